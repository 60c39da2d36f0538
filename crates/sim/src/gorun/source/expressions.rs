//! Expressions.

use std::rc::Rc;

use super::ast::{Expr, ExprKind, Operator, Place, Type};
use super::error::SourceError;
use super::parser::Parser;
use super::token::Token;

/// Binary operators, those that bind least first.
const BINARY: [&[(&str, Operator)]; 5] = [
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[
        ("==", Operator::Equal),
        ("!=", Operator::Unequal),
        ("<=", Operator::AtMost),
        (">=", Operator::AtLeast),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract)],
    &[("*", Operator::Multiply), ("/", Operator::Divide), ("%", Operator::Remainder)],
];

impl Parser {
    /// Reads an expression.
    pub fn expression(&mut self) -> Result<Expr, SourceError> {
        self.deeper(|parser| parser.binary(0))
    }

    /// Reads an expression after which a block begins.
    pub fn expression_before_block(&mut self) -> Result<Expr, SourceError> {
        let outside = std::mem::replace(&mut self.before_block, true);
        let read = self.expression();
        self.before_block = outside;
        read
    }

    /// Reads expressions with commas between them, up to a sign, which is taken.
    pub fn expressions_to(&mut self, close: &'static str) -> Result<Vec<Expr>, SourceError> {
        let outside = std::mem::replace(&mut self.before_block, false);
        let mut all = Vec::new();
        while !self.takes(close) {
            all.push(self.expression()?);
            if !self.takes(",") && !self.sees(close) {
                return Err(self.unexpected(&format!("`,` or `{close}`")));
            }
        }
        self.before_block = outside;
        Ok(all)
    }

    fn binary(&mut self, level: usize) -> Result<Expr, SourceError> {
        let Some(operators) = BINARY.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.sees(sign)) {
            self.next();
            let right = self.binary(level + 1)?;
            let place = left.place;
            left = Expr { place, kind: ExprKind::Binary(*operator, Box::new(left), Box::new(right)) };
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expr, SourceError> {
        let place = self.place();
        let kind = if self.takes("-") {
            ExprKind::Unary(Operator::Subtract, Box::new(self.deeper(Self::unary)?))
        } else if self.takes("!") {
            ExprKind::Unary(Operator::Not, Box::new(self.deeper(Self::unary)?))
        } else if self.takes("<-") {
            ExprKind::Receive(Box::new(self.deeper(Self::unary)?))
        } else if self.takes("&") {
            ExprKind::Address(Box::new(self.deeper(Self::unary)?))
        } else {
            return self.primary();
        };
        Ok(Expr { place, kind })
    }

    fn primary(&mut self) -> Result<Expr, SourceError> {
        let place = self.place();
        let mut read = self.operand(place)?;
        loop {
            let kind = if self.takes("(") {
                self.call(read)?
            } else if self.takes("[") {
                let index = self.expressions_to("]")?;
                let [index] = <[Expr; 1]>::try_from(index).map_err(|_| {
                    SourceError::at(place, "an index is one expression; slices of slices cannot be run")
                })?;
                ExprKind::Index(Box::new(read), Box::new(index))
            } else if self.sees(".") {
                let place = self.place();
                self.next();
                let ExprKind::Name(of) = read.kind else {
                    return Err(SourceError::at(place, "a field or method of an expression cannot be run"));
                };
                ExprKind::Selector(of, self.name("a name after the dot")?)
            } else if self.sees("{") && !self.before_block && is_sync(&read) {
                self.next();
                self.expect("}")?;
                ExprKind::Zero(if is_named(&read, "Mutex") { Type::Mutex } else { Type::WaitGroup })
            } else {
                return Ok(read);
            };
            read = Expr { place, kind };
        }
    }

    fn operand(&mut self, place: Place) -> Result<Expr, SourceError> {
        if self.takes("(") {
            let outside = std::mem::replace(&mut self.before_block, false);
            let inner = self.expression()?;
            self.before_block = outside;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.sees_word("func") {
            self.next();
            let outside = std::mem::replace(&mut self.before_block, false);
            let function = self.function(place, String::new())?;
            self.before_block = outside;
            return Ok(Expr { place, kind: ExprKind::Func(Rc::new(function)) });
        }
        if self.sees_type() {
            let of = self.parse_type()?;
            let kind = match of {
                Type::Slice(of) => {
                    self.expect("{")?;
                    ExprKind::Slice(*of, self.expressions_to("}")?)
                }
                Type::Empty => {
                    self.expect("{")?;
                    self.expect("}")?;
                    ExprKind::Zero(Type::Empty)
                }
                _ => return Err(SourceError::at(place, "a type stands here, where a value was expected")),
            };
            return Ok(Expr { place, kind });
        }
        let kind = match self.peek() {
            Some(Token::Int(number)) => ExprKind::Int(*number),
            Some(Token::Text(text)) => ExprKind::String(text.clone()),
            Some(Token::Word(name)) => ExprKind::Name(name.clone()),
            _ => return Err(self.unexpected("an expression")),
        };
        self.next();
        Ok(Expr { place, kind })
    }

    /// A call, after its opening bracket; `make` and conversions are read as what they are.
    fn call(&mut self, called: Expr) -> Result<ExprKind, SourceError> {
        let converts = match &called.kind {
            ExprKind::Name(name) if name == "make" => {
                let of = self.parse_type()?;
                self.takes(",");
                let rest = self.expressions_to(")")?;
                return Ok(ExprKind::Make(of, rest.into_iter().next().map(Box::new)));
            }
            ExprKind::Name(name) if name == "int" || name == "int64" => Some(Type::Int),
            ExprKind::Name(name) if name == "string" => Some(Type::String),
            ExprKind::Selector(of, name) if of == "time" && name == "Duration" => Some(Type::Duration),
            _ => None,
        };
        let mut arguments = self.expressions_to(")")?;
        if let Some(of) = converts
            && arguments.len() == 1
            && let Some(argument) = arguments.pop()
        {
            return Ok(ExprKind::Convert(of, Box::new(argument)));
        }
        Ok(ExprKind::Call(Box::new(called), arguments))
    }
}

fn is_sync(read: &Expr) -> bool {
    is_named(read, "Mutex") || is_named(read, "WaitGroup")
}

fn is_named(read: &Expr, of: &str) -> bool {
    matches!(&read.kind, ExprKind::Selector(package, name) if package == "sync" && name == of)
}
