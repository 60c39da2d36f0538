//! Statements.

use super::ast::{Block, Case, CaseOn, Expr, ExprKind, Operator, Place, Statement, StatementKind};
use super::error::SourceError;
use super::parser::Parser;
use super::token::Token;

const ASSIGNING: [(&str, Option<Operator>); 6] = [
    ("=", None),
    ("+=", Some(Operator::Add)),
    ("-=", Some(Operator::Subtract)),
    ("*=", Some(Operator::Multiply)),
    ("/=", Some(Operator::Divide)),
    ("%=", Some(Operator::Remainder)),
];

/// Statements of Go that are not run.
const NOT_RUN: [&str; 5] = ["switch", "goto", "fallthrough", "type", "const"];

impl Parser {
    /// Reads statements up to the closing brace, and gives the place of it.
    pub fn block(&mut self) -> Result<(Block, Place), SourceError> {
        self.expect("{")?;
        let outside = std::mem::replace(&mut self.before_block, false);
        let mut all = Vec::new();
        loop {
            self.skip_ends();
            let place = self.place();
            if self.takes("}") {
                self.before_block = outside;
                return Ok((all, place));
            }
            all.push(self.statement()?);
            self.end_of_statement()?;
        }
    }

    /// Takes the end of a statement; before a closing bracket there need be none.
    pub fn end_of_statement(&mut self) -> Result<(), SourceError> {
        if self.sees("}") || self.sees(")") {
            return Ok(());
        }
        match self.peek() {
            Some(Token::End) => {
                self.next();
                Ok(())
            }
            _ => Err(self.unexpected("the end of the statement")),
        }
    }

    fn statement(&mut self) -> Result<Statement, SourceError> {
        self.deeper(|parser| {
            let place = parser.place();
            if let Some(word) = NOT_RUN.iter().find(|word| parser.sees_word(word)) {
                return Err(SourceError::at(place, format!("`{word}` cannot be run")));
            }
            let kind = if parser.takes_word("go") {
                StatementKind::Go(parser.called()?)
            } else if parser.takes_word("defer") {
                StatementKind::Defer(parser.called()?)
            } else if parser.takes_word("return") {
                let ends = parser.sees("}") || parser.peek() == Some(&Token::End);
                StatementKind::Return(if ends { None } else { Some(parser.expression()?) })
            } else if parser.takes_word("if") {
                parser.if_statement()?
            } else if parser.takes_word("for") {
                parser.for_statement()?
            } else if parser.takes_word("select") {
                StatementKind::Select(parser.cases()?)
            } else if parser.takes_word("break") {
                StatementKind::Break
            } else if parser.takes_word("continue") {
                StatementKind::Continue
            } else if parser.takes_word("var") {
                let variable = parser.variable()?;
                let values = variable.value.into_iter().collect();
                StatementKind::Define { names: vec![variable.name], of: variable.of, values }
            } else if parser.sees("{") {
                StatementKind::Block(parser.block()?.0)
            } else {
                return parser.simple();
            };
            Ok(Statement { place, kind })
        })
    }

    fn called(&mut self) -> Result<Expr, SourceError> {
        let place = self.place();
        let read = self.expression()?;
        match read.kind {
            ExprKind::Call(..) => Ok(read),
            _ => Err(SourceError::at(place, "a call was expected: after a function literal stands `()`")),
        }
    }

    /// A statement of one line: a definition, an assignment, a send, or an expression.
    fn simple(&mut self) -> Result<Statement, SourceError> {
        let place = self.place();
        if let Some(names) = self.defined_names() {
            let mut values = vec![self.expression()?];
            while self.takes(",") {
                values.push(self.expression()?);
            }
            return Ok(Statement { place, kind: StatementKind::Define { names, of: None, values } });
        }
        let read = self.expression()?;
        let one = |operator| StatementKind::Assign {
            to: read.clone(),
            operator: Some(operator),
            value: Expr { place, kind: ExprKind::Int(1) },
        };
        let kind = if self.takes("++") {
            one(Operator::Add)
        } else if self.takes("--") {
            one(Operator::Subtract)
        } else if self.takes("<-") {
            StatementKind::Send(read, self.expression()?)
        } else if let Some((sign, operator)) = ASSIGNING.into_iter().find(|(sign, _)| self.sees(sign)) {
            self.expect(sign)?;
            StatementKind::Assign { to: read, operator, value: self.expression()? }
        } else {
            StatementKind::Expr(read)
        };
        Ok(Statement { place, kind })
    }

    /// The names before `:=`, which is taken; nothing is taken where there are none.
    fn defined_names(&mut self) -> Option<Vec<String>> {
        let mark = self.mark();
        let mut names = Vec::new();
        while let Some(Token::Word(name)) = self.next() {
            names.push(name);
            if self.takes(":=") {
                return Some(names);
            }
            if !self.takes(",") {
                break;
            }
        }
        self.back_to(mark);
        None
    }

    fn if_statement(&mut self) -> Result<StatementKind, SourceError> {
        let outside = std::mem::replace(&mut self.before_block, true);
        let mut first = None;
        let mut read = self.simple()?;
        if self.peek() == Some(&Token::End) {
            self.next();
            first = Some(Box::new(read));
            read = self.simple()?;
        }
        self.before_block = outside;
        let StatementKind::Expr(condition) = read.kind else {
            return Err(SourceError::at(read.place, "a condition was expected after `if`"));
        };
        let then = self.block()?.0;
        let mut otherwise = Vec::new();
        if self.takes_word("else") {
            let place = self.place();
            if self.takes_word("if") {
                let kind = self.deeper(Self::if_statement)?;
                otherwise.push(Statement { place, kind });
            } else {
                otherwise = self.block()?.0;
            }
        }
        Ok(StatementKind::If { first, condition, then, otherwise })
    }

    fn for_statement(&mut self) -> Result<StatementKind, SourceError> {
        if self.sees("{") {
            let body = self.block()?.0;
            return Ok(StatementKind::For { first: None, condition: None, after: None, body });
        }
        let mark = self.mark();
        let names = if self.sees_word("range") { Some(Vec::new()) } else { self.defined_names() };
        if let Some(names) = names.filter(|_| self.takes_word("range")) {
            let over = self.expression_before_block()?;
            return Ok(StatementKind::Range { names, over, body: self.block()?.0 });
        }
        self.back_to(mark);
        let outside = std::mem::replace(&mut self.before_block, true);
        let mut first = None;
        let mut condition = None;
        let mut after = None;
        let mut parts = 1;
        if self.peek() != Some(&Token::End) {
            first = Some(self.simple()?);
        }
        if self.peek() == Some(&Token::End) {
            self.next();
            parts = 3;
            if self.peek() != Some(&Token::End) && !self.sees("{") {
                condition = Some(self.expression()?);
            }
            if self.peek() == Some(&Token::End) {
                self.next();
            }
            if !self.sees("{") {
                after = Some(Box::new(self.simple()?));
            }
        }
        self.before_block = outside;
        if parts == 1 {
            condition = match first.take() {
                Some(Statement { kind: StatementKind::Expr(condition), .. }) => Some(condition),
                _ => return Err(self.unexpected("a condition or three parts with `;`")),
            };
        }
        Ok(StatementKind::For { first: first.map(Box::new), condition, after, body: self.block()?.0 })
    }

    fn cases(&mut self) -> Result<Vec<Case>, SourceError> {
        self.expect("{")?;
        let mut all = Vec::new();
        loop {
            self.skip_ends();
            let place = self.place();
            if self.takes("}") {
                return Ok(all);
            }
            let on = if self.takes_word("default") {
                CaseOn::Default
            } else if self.takes_word("case") {
                self.case_on()?
            } else {
                return Err(self.unexpected("`case` or `default`"));
            };
            self.expect(":")?;
            let mut body = Vec::new();
            self.skip_ends();
            while !(self.sees("}") || self.sees_word("case") || self.sees_word("default")) {
                body.push(self.statement()?);
                self.end_of_statement()?;
                self.skip_ends();
            }
            all.push(Case { place, on, body });
        }
    }

    fn case_on(&mut self) -> Result<CaseOn, SourceError> {
        let place = self.place();
        let statement = self.simple()?;
        let wrong = || SourceError::at(place, "a send or a receive was expected after `case`");
        match statement.kind {
            StatementKind::Send(chan, value) => Ok(CaseOn::Send(chan, value)),
            StatementKind::Expr(Expr { kind: ExprKind::Receive(chan), .. }) => Ok(CaseOn::Receive(Vec::new(), *chan)),
            StatementKind::Define { names, mut values, .. } if values.len() == 1 && names.len() <= 2 => {
                match values.pop().map(|value| value.kind) {
                    Some(ExprKind::Receive(chan)) => Ok(CaseOn::Receive(names, *chan)),
                    _ => Err(wrong()),
                }
            }
            _ => Err(wrong()),
        }
    }
}
