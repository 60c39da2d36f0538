//! Files, functions and variables of a package.

use super::ast::{File, Function, Place, Variable};
use super::error::SourceError;
use super::parser::Parser;
use super::token::Token;

/// Reads a source file.
pub fn parse(text: &str) -> Result<File, SourceError> {
    let mut parser = Parser::of(text)?;
    let mut file = File { imports: Vec::new(), variables: Vec::new(), functions: Vec::new() };
    parser.skip_ends();
    if !parser.takes_word("package") {
        return Err(parser.unexpected("`package main`"));
    }
    if !parser.takes_word("main") {
        return Err(parser.unexpected("`main`: only a command runs"));
    }
    loop {
        parser.skip_ends();
        let place = parser.place();
        if parser.peek().is_none() {
            return Ok(file);
        }
        if parser.takes_word("import") {
            parser.group(&mut |parser| {
                let place = parser.place();
                match parser.next() {
                    Some(Token::Text(path)) => file.imports.push((place, path)),
                    _ => {
                        return Err(SourceError::at(
                            place,
                            "an import path was expected; names before it cannot be run",
                        ));
                    }
                }
                Ok(())
            })?;
        } else if parser.takes_word("var") || parser.takes_word("const") {
            parser.group(&mut |parser| {
                file.variables.push(parser.variable()?);
                Ok(())
            })?;
        } else if parser.takes_word("func") {
            if parser.sees("(") {
                return Err(SourceError::at(place, "methods cannot be run, only functions"));
            }
            let name = parser.name("the name of a function")?;
            file.functions.push(parser.function(place, name)?);
        } else if parser.sees_word("type") {
            return Err(SourceError::at(place, "types of one's own cannot be run"));
        } else {
            return Err(parser.unexpected("`import`, `var`, `const` or `func`"));
        }
        parser.end_of_statement()?;
    }
}

impl Parser {
    /// One declaration, or several in brackets.
    fn group(&mut self, each: &mut dyn FnMut(&mut Self) -> Result<(), SourceError>) -> Result<(), SourceError> {
        if !self.takes("(") {
            return each(self);
        }
        loop {
            self.skip_ends();
            if self.takes(")") {
                return Ok(());
            }
            each(self)?;
            self.end_of_statement()?;
        }
    }

    /// `name T = value`, where the type or the value may be missing.
    pub fn variable(&mut self) -> Result<Variable, SourceError> {
        let place = self.place();
        let name = self.name("the name of a variable")?;
        if self.sees(",") {
            return Err(SourceError::at(place, "one name a declaration can be run"));
        }
        let of = if self.sees("=") { None } else { Some(self.parse_type()?) };
        let value = if self.takes("=") { Some(self.expression()?) } else { None };
        if of.is_none() && value.is_none() {
            return Err(self.unexpected("a type or a value"));
        }
        Ok(Variable { place, name, of, value })
    }

    /// A function from its parameters on.
    pub fn function(&mut self, place: Place, name: String) -> Result<Function, SourceError> {
        self.expect("(")?;
        let mut parameters = Vec::new();
        let mut untyped: Vec<(Place, String)> = Vec::new();
        while !self.takes(")") {
            let place = self.place();
            untyped.push((place, self.name("the name of a parameter")?));
            if self.takes(",") {
                continue;
            }
            let of = self.parse_type()?;
            parameters.extend(untyped.drain(..).map(|(place, name)| (place, name, of.clone())));
            if !self.takes(",") && !self.sees(")") {
                return Err(self.unexpected("`,` or `)`"));
            }
        }
        if let Some((place, name)) = untyped.first() {
            return Err(SourceError::at(*place, format!("the parameter `{name}` has no type")));
        }
        if self.sees("(") {
            return Err(SourceError::at(self.place(), "functions with several or named results cannot be run"));
        }
        let result = if self.sees("{") { None } else { Some(self.parse_type()?) };
        let (body, end) = self.block()?;
        Ok(Function { place, name, parameters, result, body, end })
    }
}
