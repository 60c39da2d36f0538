//! Statements as operations.

use super::compile::{Compiler, Found};
use super::expressions::Manner;
use super::op::{Ask, Op};
use super::value::Value;
use crate::gorun::source::SourceError;
use crate::gorun::source::ast::{Block, Case, CaseOn, Expr, ExprKind, Operator, Place, Statement, StatementKind};

impl Compiler {
    /// A block with names of its own.
    pub fn block(&mut self, block: &Block) -> Result<(), SourceError> {
        self.open_block();
        for statement in block {
            self.statement(statement)?;
        }
        self.close_block();
        Ok(())
    }

    fn statement(&mut self, statement: &Statement) -> Result<(), SourceError> {
        let place = statement.place;
        self.at(place);
        match &statement.kind {
            StatementKind::Expr(expr) => {
                self.expression(expr)?;
                self.emit(Op::Drop);
            }
            StatementKind::Define { names, of: Some(of), values } => {
                self.initial(place, Some(of), values.first())?;
                self.define(&names[0]);
            }
            StatementKind::Define { names, of: None, values } => self.define_all(place, names, values)?,
            StatementKind::Assign { to, operator, value } => self.assign(to, *operator, value)?,
            StatementKind::Send(chan, value) => {
                self.expression(chan)?;
                self.expression(value)?;
                self.at(place);
                self.emit(Op::Ask(Ask::Send, 2));
                self.emit(Op::Drop);
            }
            StatementKind::Go(call) => self.called(call, Manner::Go)?,
            StatementKind::Defer(call) => self.called(call, Manner::Defer)?,
            StatementKind::Return(value) => {
                match value {
                    Some(value) => self.expression(value)?,
                    None => _ = self.emit(Op::Put(Value::Nil)),
                }
                self.emit(Op::Return);
            }
            StatementKind::If { first, condition, then, otherwise } => {
                self.open_block();
                if let Some(first) = first {
                    self.statement(first)?;
                }
                self.expression(condition)?;
                let skip = self.emit(Op::Unless(0));
                self.block(then)?;
                let end = self.emit(Op::Jump(0));
                self.land(skip);
                self.block(otherwise)?;
                self.land(end);
                self.close_block();
            }
            StatementKind::For { first, condition, after, body } => {
                self.for_loop(first.as_deref(), condition.as_ref(), after.as_deref(), body)?;
            }
            StatementKind::Range { names, over, body } => self.range(names, over, body)?,
            StatementKind::Select(cases) => self.select(place, cases)?,
            StatementKind::Break | StatementKind::Continue => {
                let again = matches!(statement.kind, StatementKind::Continue);
                let jump = self.emit(Op::Jump(0));
                let outside = || SourceError::at(place, "there is no loop around this");
                let around = self.innermost(again).ok_or_else(outside)?;
                match &mut around.continues {
                    Some(continues) if again => continues.push(jump),
                    _ => around.breaks.push(jump),
                }
            }
            StatementKind::Block(block) => self.block(block)?,
        }
        Ok(())
    }

    fn called(&mut self, call: &Expr, manner: Manner) -> Result<(), SourceError> {
        if let ExprKind::Call(called, arguments) = &call.kind {
            self.call(called, arguments, manner)?;
            if manner == Manner::Go {
                self.emit(Op::Drop);
            }
        }
        Ok(())
    }

    /// Takes the value on the stack for a new variable.
    fn define(&mut self, name: &str) {
        let slot = self.slot(name);
        self.emit(Op::New(slot));
    }

    fn define_all(&mut self, place: Place, names: &[String], values: &[Expr]) -> Result<(), SourceError> {
        if let ([_, _], [Expr { kind: ExprKind::Receive(chan), .. }]) = (names, values) {
            self.expression(chan)?;
            self.at(place);
            self.emit(Op::Ask(Ask::ReceiveOk, 1));
        } else {
            if names.len() != values.len() {
                let (names, values) = (names.len(), values.len());
                return Err(SourceError::at(place, format!("{names} names, but {values} values")));
            }
            for value in values {
                self.expression(value)?;
            }
        }
        for name in names.iter().rev() {
            match self.slot_of_block(name).filter(|_| names.len() > 1) {
                Some(slot) => _ = self.emit(Op::Store(slot)),
                None => self.define(name),
            }
        }
        Ok(())
    }

    fn assign(&mut self, to: &Expr, operator: Option<Operator>, value: &Expr) -> Result<(), SourceError> {
        let ExprKind::Name(name) = &to.kind else {
            return Err(SourceError::at(to.place, "only variables can be assigned to"));
        };
        if operator.is_some() {
            self.expression(to)?;
        }
        self.expression(value)?;
        if let Some(operator) = operator {
            self.emit(Op::Binary(operator));
        }
        let op = match self.find(name) {
            Some(Found::Slot(slot)) => Op::Store(slot),
            Some(Found::Global(number)) => Op::StoreGlobal(number),
            None if name == "_" => Op::Drop,
            _ => return Err(SourceError::at(to.place, format!("undefined: {name}"))),
        };
        self.emit(op);
        Ok(())
    }

    fn for_loop(
        &mut self,
        first: Option<&Statement>,
        condition: Option<&Expr>,
        after: Option<&Statement>,
        body: &Block,
    ) -> Result<(), SourceError> {
        self.open_block();
        let mut own = None;
        if let Some(first) = first {
            self.statement(first)?;
            if let StatementKind::Define { names, .. } = &first.kind {
                own = names.first().and_then(|name| self.slot_of_block(name));
            }
        }
        let start = self.here();
        let leave = match condition {
            Some(condition) => {
                self.expression(condition)?;
                Some(self.emit(Op::Unless(0)))
            }
            None => None,
        };
        self.open_loop(true);
        self.block(body)?;
        let around = self.close_loop();
        for jump in around.continues.into_iter().flatten() {
            self.land(jump);
        }
        if let Some(own) = own {
            self.emit(Op::Renew(own));
        }
        if let Some(after) = after {
            self.statement(after)?;
        }
        self.emit(Op::Jump(start));
        // A loop that nothing ends and that asks nothing of the runtime goes round until the process ends.
        if leave.is_none() && around.breaks.is_empty() && self.ops_from(start).iter().all(is_quiet) {
            let back = self.here() - 1;
            self.spin_at(start, back);
        }
        for jump in leave.into_iter().chain(around.breaks) {
            self.land(jump);
        }
        self.close_block();
        Ok(())
    }

    fn range(&mut self, names: &[String], over: &Expr, body: &Block) -> Result<(), SourceError> {
        self.open_block();
        self.expression(over)?;
        let over_slot = self.slot("");
        self.emit(Op::New(over_slot));
        self.emit(Op::Put(Value::Int(0)));
        let at = self.slot("");
        self.emit(Op::New(at));
        let start = self.here();
        self.emit(Op::Load(over_slot));
        self.emit(Op::Load(at));
        // Puts whether there is a next round, and above it the element and the index.
        self.emit(Op::Ask(Ask::Next, 2));
        let (index, element) = (self.slot(""), self.slot(""));
        self.emit(Op::New(index));
        self.emit(Op::New(element));
        let leave = self.emit(Op::Unless(0));
        self.open_block();
        for (name, slot) in names.iter().zip([index, element]) {
            if name != "_" {
                self.emit(Op::Load(slot));
                self.define(name);
            }
        }
        self.open_loop(true);
        self.block(body)?;
        self.close_block();
        let around = self.close_loop();
        for jump in around.continues.into_iter().flatten() {
            self.land(jump);
        }
        self.emit(Op::Load(at));
        self.emit(Op::Put(Value::Int(1)));
        self.emit(Op::Binary(Operator::Add));
        self.emit(Op::Store(at));
        self.emit(Op::Jump(start));
        for jump in [leave].into_iter().chain(around.breaks) {
            self.land(jump);
        }
        self.close_block();
        Ok(())
    }

    fn select(&mut self, place: Place, cases: &[Case]) -> Result<(), SourceError> {
        let mut sends = Vec::new();
        for case in cases {
            match &case.on {
                CaseOn::Send(chan, value) => {
                    self.expression(chan)?;
                    self.expression(value)?;
                    sends.push(true);
                }
                CaseOn::Receive(_, chan) => {
                    self.expression(chan)?;
                    sends.push(false);
                }
                CaseOn::Default => {}
            }
        }
        let default = sends.len() < cases.len();
        self.at(place);
        self.emit(Op::Select { sends, default });
        self.open_block();
        let (chosen, open, received) = (self.slot(""), self.slot(""), self.slot(""));
        for slot in [chosen, open, received] {
            self.emit(Op::New(slot));
        }
        self.open_loop(false);
        let mut ends = Vec::new();
        let mut number = 0;
        for case in cases {
            let this = if matches!(case.on, CaseOn::Default) { -1 } else { number };
            number += i64::from(this >= 0);
            self.at(case.place);
            self.emit(Op::Load(chosen));
            self.emit(Op::Put(Value::Int(this)));
            self.emit(Op::Binary(Operator::Equal));
            let other = self.emit(Op::Unless(0));
            self.open_block();
            if let CaseOn::Receive(names, _) = &case.on {
                for (name, slot) in names.iter().zip([received, open]) {
                    self.emit(Op::Load(slot));
                    self.define(name);
                }
            }
            self.block(&case.body)?;
            self.close_block();
            ends.push(self.emit(Op::Jump(0)));
            self.land(other);
        }
        let around = self.close_loop();
        for jump in ends.into_iter().chain(around.breaks) {
            self.land(jump);
        }
        self.close_block();
        Ok(())
    }
}

/// Whether an operation neither asks nor leaves.
fn is_quiet(op: &Op) -> bool {
    !matches!(
        op,
        Op::Ask(..)
            | Op::Select { .. }
            | Op::Call(_)
            | Op::Defer(_)
            | Op::DeferAsk(..)
            | Op::Return
            | Op::Index
            | Op::Binary(Operator::Divide | Operator::Remainder)
    )
}
