//! From the tree of a source file to operations: functions, and where each name is found.

use super::op::{Ask, Code, Op, Routine};
use super::value::Value;
use crate::gorun::source::SourceError;
use crate::gorun::source::ast::{Expr, File, Function, Place, Type, Variable};

/// What is imported can be run in part; nothing else can.
const PACKAGES: [&str; 5] = ["fmt", "os", "runtime", "sync", "time"];

/// Compiles a source file.
pub fn compile(file: &File) -> Result<Code, SourceError> {
    for (place, path) in &file.imports {
        if !PACKAGES.contains(&path.as_str()) {
            let known = PACKAGES.join(", ");
            return Err(SourceError::at(*place, format!("package {path} cannot be run; what can is in {known}")));
        }
    }
    let mut compiler = Compiler {
        code: Code { imports: file.imports.iter().map(|(_, path)| path.clone()).collect(), ..Code::default() },
        functions: file.functions.iter().map(|function| (function.name.clone(), function.parameters.len())).collect(),
        globals: Vec::new(),
        open: Vec::new(),
    };
    compiler.code.routines.resize_with(file.functions.len(), Routine::default);
    compiler.globals = file.variables.iter().map(|variable| variable.name.clone()).collect();
    compiler.code.globals = compiler.globals.len();
    compiler.start(&file.variables)?;
    for (number, function) in file.functions.iter().enumerate() {
        let (routine, _) = compiler.routine(function, &format!("main.{}", function.name))?;
        compiler.code.routines[number] = routine;
    }
    let main = file.functions.iter().position(|function| function.name == "main");
    compiler.code.main = main.ok_or_else(|| SourceError::at(Place { line: 1, column: 1 }, "there is no func main"))?;
    Ok(compiler.code)
}

/// The state of a compilation.
pub struct Compiler {
    /// What is made.
    pub code: Code,
    /// Functions of the package, and how many parameters each has.
    functions: Vec<(String, usize)>,
    globals: Vec<String>,
    open: Vec<Open>,
}

/// A function that is being compiled.
struct Open {
    routine: Routine,
    /// Names in sight, the innermost last, and how many there were where each block began.
    names: Vec<(String, usize)>,
    blocks: Vec<usize>,
    /// Slots here, and the slots of the function around that they share.
    shares: Vec<(usize, usize)>,
    loops: Vec<Loop>,
    literals: usize,
    line: u32,
}

/// Where `break` and `continue` go.
#[derive(Default)]
pub struct Loop {
    /// Jumps that leave it.
    pub breaks: Vec<usize>,
    /// Jumps to its next round; `None` for a `select`, which has none.
    pub continues: Option<Vec<usize>>,
}

/// Where a name is found.
pub enum Found {
    /// In a slot of the function.
    Slot(usize),
    /// Among the variables of the package.
    Global(usize),
    /// A function with so many parameters.
    Function(usize, usize),
}

impl Compiler {
    /// The function that runs before `main`: it gives variables of the package their values.
    fn start(&mut self, variables: &[Variable]) -> Result<(), SourceError> {
        self.begin("main.init");
        for (number, variable) in variables.iter().enumerate() {
            self.at(variable.place);
            self.initial(variable.place, variable.of.as_ref(), variable.value.as_ref())?;
            self.emit(Op::StoreGlobal(number));
        }
        let routine = self.end();
        self.code.start = self.code.routines.len();
        self.code.routines.push(routine);
        Ok(())
    }

    /// Puts the first value of a variable.
    pub fn initial(&mut self, place: Place, of: Option<&Type>, value: Option<&Expr>) -> Result<(), SourceError> {
        match (of, value) {
            (Some(of), None) => self.zero(of),
            (of, Some(value)) => {
                self.expression(value)?;
                if of == Some(&Type::Duration) {
                    self.emit(Op::Convert(Type::Duration));
                }
            }
            (None, None) => return Err(SourceError::at(place, "neither a type nor a value")),
        }
        Ok(())
    }

    /// Puts the zero value of a type.
    pub fn zero(&mut self, of: &Type) {
        self.emit(match of {
            Type::Mutex => Op::Ask(Ask::NewMutex, 0),
            Type::WaitGroup => Op::Ask(Ask::NewWaitGroup, 0),
            of => Op::Put(Value::zero(of)),
        });
    }

    /// Compiles a function, and says which of its slots share which slots of the function around it.
    fn routine(&mut self, function: &Function, name: &str) -> Result<(Routine, Vec<(usize, usize)>), SourceError> {
        self.begin(name);
        let open = self.now();
        open.routine.parameters = function.parameters.len();
        open.routine.slots = function.parameters.len();
        for (slot, (place, name, of)) in function.parameters.iter().enumerate() {
            if matches!(of, Type::Mutex | Type::WaitGroup) {
                return Err(SourceError::at(*place, format!("the parameter `{name}` copies a lock; pass a pointer")));
            }
            open.names.push((name.clone(), slot));
        }
        self.block(&function.body)?;
        self.at(function.end);
        let shares = std::mem::take(&mut self.now().shares);
        Ok((self.end(), shares))
    }

    /// Compiles a function literal and puts it.
    pub fn literal(&mut self, function: &Function) -> Result<(), SourceError> {
        let open = self.now();
        open.literals += 1;
        let name = match open.routine.name.rsplit_once(".func") {
            Some((_, number)) if number.chars().all(|c| c.is_ascii_digit() || c == '.') => {
                format!("{}.{}", open.routine.name, open.literals)
            }
            _ => format!("{}.func{}", open.routine.name, open.literals),
        };
        let line = open.line;
        let (mut routine, shares) = self.routine(function, &name)?;
        routine.shares = shares.iter().map(|(slot, _)| *slot).collect();
        let outer = shares.iter().map(|(_, outer)| *outer).collect();
        let number = self.code.routines.len();
        self.code.routines.push(routine);
        self.now().line = line;
        self.emit(Op::Func(number, outer));
        Ok(())
    }

    fn begin(&mut self, name: &str) {
        let routine = Routine { name: name.to_owned(), ..Routine::default() };
        let (names, blocks, shares, loops) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        self.open.push(Open { routine, names, blocks, shares, loops, literals: 0, line: 0 });
    }

    fn end(&mut self) -> Routine {
        self.emit(Op::Put(Value::Nil));
        self.emit(Op::Return);
        self.open.pop().map(|open| open.routine).unwrap_or_default()
    }

    #[expect(clippy::expect_used, reason = "statements are compiled inside of functions only")]
    fn now(&mut self) -> &mut Open {
        self.open.last_mut().expect("a function is open")
    }

    /// From here on operations stand at this place.
    pub fn at(&mut self, place: Place) {
        self.now().line = place.line;
    }

    /// Adds an operation and says its number.
    pub fn emit(&mut self, op: Op) -> usize {
        let open = self.now();
        open.routine.ops.push(op);
        open.routine.lines.push(open.line);
        open.routine.ops.len() - 1
    }

    /// The number of the next operation.
    pub fn here(&mut self) -> usize {
        self.now().routine.ops.len()
    }

    /// Makes a jump go to the next operation.
    pub fn land(&mut self, jump: usize) {
        let here = self.here();
        self.land_at(jump, here);
    }

    /// Makes a jump go to an operation.
    pub fn land_at(&mut self, jump: usize, to: usize) {
        if let Some(Op::Jump(target) | Op::Unless(target)) = self.now().routine.ops.get_mut(jump) {
            *target = to;
        }
    }

    /// The operations from a number on.
    pub fn ops_from(&mut self, from: usize) -> &[Op] {
        &self.now().routine.ops[from..]
    }

    /// Makes of the operations of a loop one that goes round for ever.
    pub fn spin_at(&mut self, start: usize, back: usize) {
        let assigned: Vec<Op> = self.now().routine.ops[start..=back]
            .iter()
            .filter(|op| matches!(op, Op::Store(_) | Op::StoreGlobal(_)))
            .cloned()
            .collect();
        let open = self.now();
        open.routine.ops.truncate(start);
        open.routine.lines.truncate(start);
        // How often it went round when somebody looks depends on the machine.
        for store in assigned {
            self.emit(Op::Put(Value::Unknown));
            self.emit(store);
        }
        self.emit(Op::Spin);
    }

    /// Begins a block: names in it are gone at its end.
    pub fn open_block(&mut self) {
        let open = self.now();
        open.blocks.push(open.names.len());
    }

    /// Ends a block.
    pub fn close_block(&mut self) {
        let open = self.now();
        let names = open.blocks.pop().unwrap_or_default();
        open.names.truncate(names);
    }

    /// A slot for a name; for `_` as well, where nobody reads it.
    pub fn slot(&mut self, name: &str) -> usize {
        let open = self.now();
        let slot = open.routine.slots;
        open.routine.slots += 1;
        open.names.push((name.to_owned(), slot));
        slot
    }

    /// The slot of a name of the innermost block.
    pub fn slot_of_block(&mut self, name: &str) -> Option<usize> {
        let open = self.now();
        let from = open.blocks.last().copied().unwrap_or_default();
        open.names[from..].iter().rev().find(|(known, _)| known == name).map(|(_, slot)| *slot)
    }

    /// Begins a loop, or a `select`.
    pub fn open_loop(&mut self, continues: bool) {
        self.now().loops.push(Loop { breaks: Vec::new(), continues: continues.then(Vec::new) });
    }

    /// Ends it.
    pub fn close_loop(&mut self) -> Loop {
        self.now().loops.pop().unwrap_or_default()
    }

    /// The innermost loop, or for `continue` the innermost that has rounds.
    pub fn innermost(&mut self, continues: bool) -> Option<&mut Loop> {
        self.now().loops.iter_mut().rev().find(|one| !continues || one.continues.is_some())
    }

    /// Where a name is found.
    pub fn find(&mut self, name: &str) -> Option<Found> {
        let depth = self.open.len().checked_sub(1)?;
        if let Some(slot) = self.slot_in(depth, name) {
            return Some(Found::Slot(slot));
        }
        if let Some(global) = self.globals.iter().position(|known| known == name) {
            return Some(Found::Global(global));
        }
        let function = self.functions.iter().position(|(known, _)| known == name)?;
        Some(Found::Function(function, self.functions[function].1))
    }

    /// The slot of a name in an open function; one of the functions around it is shared.
    fn slot_in(&mut self, depth: usize, name: &str) -> Option<usize> {
        if let Some((_, slot)) = self.open[depth].names.iter().rev().find(|(known, _)| known == name) {
            return Some(*slot);
        }
        let outer = self.slot_in(depth.checked_sub(1)?, name)?;
        let open = &mut self.open[depth];
        if let Some((slot, _)) = open.shares.iter().find(|(_, known)| *known == outer) {
            return Some(*slot);
        }
        let slot = open.routine.slots;
        open.routine.slots += 1;
        open.shares.push((slot, outer));
        Some(slot)
    }

    /// Whether a name is one of this program's, and not that of a package.
    pub fn knows(&mut self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether a package is imported.
    pub fn imports(&self, name: &str) -> bool {
        self.code.imports.iter().any(|path| path == name)
    }
}
