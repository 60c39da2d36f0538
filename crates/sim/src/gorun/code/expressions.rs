//! Expressions as operations.

use super::compile::{Compiler, Found};
use super::library::{Member, built_in, member, method};
use super::op::{Ask, Op};
use super::value::Value;
use crate::gorun::source::SourceError;
use crate::gorun::source::ast::{Expr, ExprKind, Operator, Place, Type};

/// How a call is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// At once.
    Now,
    /// `go`
    Go,
    /// `defer`
    Defer,
}

impl Compiler {
    /// Operations that put the value of an expression.
    pub fn expression(&mut self, expr: &Expr) -> Result<(), SourceError> {
        self.at(expr.place);
        match &expr.kind {
            ExprKind::Int(number) => _ = self.emit(Op::Put(Value::Int(*number))),
            ExprKind::String(text) => _ = self.emit(Op::Put(Value::Text(text.as_str().into()))),
            ExprKind::Name(name) => self.name(expr.place, name)?,
            ExprKind::Selector(of, name) => self.constant(expr.place, of, name)?,
            ExprKind::Call(called, arguments) => self.call(called, arguments, Manner::Now)?,
            ExprKind::Make(of, size) => self.make(expr.place, of, size.as_deref())?,
            ExprKind::Func(function) => self.literal(function)?,
            ExprKind::Receive(chan) => {
                self.expression(chan)?;
                self.at(expr.place);
                self.emit(Op::Ask(Ask::Receive, 1));
            }
            ExprKind::Address(of) => {
                let is_name = matches!(of.kind, ExprKind::Name(_) | ExprKind::Zero(_));
                if !is_name {
                    return Err(SourceError::at(expr.place, "only the address of a sync variable can be taken"));
                }
                self.expression(of)?;
            }
            ExprKind::Unary(operator, of) => {
                self.expression(of)?;
                self.emit(Op::Unary(*operator));
            }
            ExprKind::Binary(operator @ (Operator::And | Operator::Or), left, right) => {
                self.short_circuit(*operator, left, right)?;
            }
            ExprKind::Binary(operator, left, right) => {
                self.expression(left)?;
                self.expression(right)?;
                self.at(expr.place);
                self.emit(Op::Binary(*operator));
            }
            ExprKind::Index(slice, index) => {
                self.expression(slice)?;
                self.expression(index)?;
                self.at(expr.place);
                self.emit(Op::Index);
            }
            ExprKind::Slice(_, values) => {
                for value in values {
                    self.expression(value)?;
                }
                self.emit(Op::Slice(values.len()));
            }
            ExprKind::Zero(of) => self.zero(of),
            ExprKind::Convert(of, value) => {
                self.expression(value)?;
                self.emit(Op::Convert(of.clone()));
            }
        }
        Ok(())
    }

    fn name(&mut self, place: Place, name: &str) -> Result<(), SourceError> {
        let op = match self.find(name) {
            Some(Found::Slot(slot)) => Op::Load(slot),
            Some(Found::Global(number)) => Op::LoadGlobal(number),
            Some(Found::Function(number, _)) => Op::Func(number, Vec::new()),
            None => Op::Put(match name {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                "nil" => Value::Nil,
                _ => return Err(SourceError::at(place, format!("undefined: {name}"))),
            }),
        };
        self.emit(op);
        Ok(())
    }

    fn constant(&mut self, place: Place, of: &str, name: &str) -> Result<(), SourceError> {
        match self.member(place, of, name)? {
            Member::Constant(value) => _ = self.emit(Op::Put(value)),
            Member::Call(..) => return Err(SourceError::at(place, format!("{of}.{name} can only be called here"))),
        }
        Ok(())
    }

    fn member(&self, place: Place, of: &str, name: &str) -> Result<Member, SourceError> {
        if !self.imports(of) {
            return Err(SourceError::at(place, format!("undefined: {of}")));
        }
        member(of, name).ok_or_else(|| SourceError::at(place, format!("{of}.{name} cannot be run")))
    }

    fn short_circuit(&mut self, operator: Operator, left: &Expr, right: &Expr) -> Result<(), SourceError> {
        self.expression(left)?;
        if operator == Operator::Or {
            self.emit(Op::Unary(Operator::Not));
        }
        let short = self.emit(Op::Unless(0));
        self.expression(right)?;
        let end = self.emit(Op::Jump(0));
        self.land(short);
        self.emit(Op::Put(Value::Bool(operator == Operator::Or)));
        self.land(end);
        Ok(())
    }

    fn make(&mut self, place: Place, of: &Type, size: Option<&Expr>) -> Result<(), SourceError> {
        if !matches!(of, Type::Chan(_)) {
            return Err(SourceError::at(place, "only channels can be made"));
        }
        match size {
            Some(size) => self.expression(size)?,
            None => _ = self.emit(Op::Put(Value::Int(0))),
        }
        // What a closed channel gives is the zero value of its elements.
        if let Type::Chan(element) = of {
            self.emit(Op::Put(Value::zero(element)));
        }
        self.emit(Op::Ask(Ask::MakeChan, 2));
        Ok(())
    }

    /// Operations that make a call.
    pub fn call(&mut self, called: &Expr, arguments: &[Expr], manner: Manner) -> Result<(), SourceError> {
        let place = called.place;
        let asked = match &called.kind {
            ExprKind::Name(name) if !self.knows(name) => match built_in(name) {
                Some(built_in) => Some(built_in),
                None if name == "len" => return self.length(place, arguments),
                None => return Err(SourceError::at(place, format!("undefined: {name}"))),
            },
            ExprKind::Selector(of, name) if self.knows(of) => {
                let (ask, count) =
                    method(name).ok_or_else(|| SourceError::at(place, format!("the method {name} cannot be run")))?;
                self.name(place, of)?;
                return self.ask(place, (ask, count, count), arguments, manner, 1);
            }
            ExprKind::Selector(of, name) => match self.member(place, of, name)? {
                Member::Call(ask, least, most) => Some((ask, least, most)),
                Member::Constant(_) => return Err(SourceError::at(place, format!("{of}.{name} cannot be called"))),
            },
            _ => None,
        };
        if let Some(asked) = asked {
            return self.ask(place, asked, arguments, manner, 0);
        }
        if let ExprKind::Name(name) = &called.kind
            && let Some(Found::Function(_, parameters)) = self.find(name)
            && parameters != arguments.len()
        {
            let given = arguments.len();
            return Err(SourceError::at(
                place,
                format!("{name} has {parameters} parameters, here are {given} arguments"),
            ));
        }
        if let ExprKind::Func(function) = &called.kind
            && function.parameters.len() != arguments.len()
        {
            let (parameters, given) = (function.parameters.len(), arguments.len());
            return Err(SourceError::at(
                place,
                format!("the function has {parameters} parameters, here are {given} arguments"),
            ));
        }
        self.expression(called)?;
        for argument in arguments {
            self.expression(argument)?;
        }
        self.at(place);
        self.emit(match manner {
            Manner::Now => Op::Call(arguments.len()),
            Manner::Go => Op::Ask(Ask::Go, arguments.len() + 1),
            Manner::Defer => Op::Defer(arguments.len()),
        });
        Ok(())
    }

    fn ask(
        &mut self,
        place: Place,
        (ask, least, most): (Ask, usize, usize),
        arguments: &[Expr],
        manner: Manner,
        before: usize,
    ) -> Result<(), SourceError> {
        if arguments.len() < least || arguments.len() > most {
            return Err(SourceError::at(place, format!("{} arguments are too few or too many here", arguments.len())));
        }
        for argument in arguments {
            self.expression(argument)?;
        }
        self.at(place);
        let count = arguments.len() + before;
        match manner {
            Manner::Now => self.emit(Op::Ask(ask, count)),
            Manner::Defer => self.emit(Op::DeferAsk(ask, count)),
            Manner::Go => return Err(SourceError::at(place, "only functions of the program can be started with `go`")),
        };
        Ok(())
    }

    fn length(&mut self, place: Place, arguments: &[Expr]) -> Result<(), SourceError> {
        let [of] = arguments else { return Err(SourceError::at(place, "len takes one argument")) };
        self.expression(of)?;
        self.emit(Op::Length);
        Ok(())
    }
}
