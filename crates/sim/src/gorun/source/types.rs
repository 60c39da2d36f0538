//! Types.

use super::ast::Type;
use super::error::SourceError;
use super::parser::Parser;
use super::token::Token;

impl Parser {
    /// Reads a type.
    pub fn parse_type(&mut self) -> Result<Type, SourceError> {
        self.deeper(|parser| {
            let place = parser.place();
            if parser.takes("*") {
                let of = parser.parse_type()?;
                return match of {
                    Type::Mutex | Type::WaitGroup => Ok(Type::Pointer(Box::new(of))),
                    _ => Err(SourceError::at(place, "only pointers to sync.Mutex and sync.WaitGroup can be run")),
                };
            }
            if parser.takes("[") {
                parser.expect("]")?;
                return Ok(Type::Slice(Box::new(parser.parse_type()?)));
            }
            if parser.takes("<-") || parser.sees_word("chan") {
                return parser.chan_type();
            }
            let name = parser.name("a type")?;
            let name =
                if parser.takes(".") { format!("{name}.{}", parser.name("a type of the package")?) } else { name };
            Ok(match name.as_str() {
                "int" | "int64" => Type::Int,
                "string" => Type::String,
                "bool" => Type::Bool,
                "any" => Type::Any,
                "error" => Type::Error,
                "time.Duration" => Type::Duration,
                "time.Time" => Type::Time,
                "sync.Mutex" => Type::Mutex,
                "sync.WaitGroup" => Type::WaitGroup,
                "struct" => parser.empty_type(Type::Empty)?,
                "interface" => parser.empty_type(Type::Any)?,
                "func" => parser.func_type()?,
                _ => return Err(SourceError::at(place, format!("the type `{name}` cannot be run"))),
            })
        })
    }

    /// Whether a type begins here that no expression begins with.
    pub fn sees_type(&self) -> bool {
        self.sees("[") || ["chan", "struct", "interface"].iter().any(|word| self.sees_word(word))
    }

    fn chan_type(&mut self) -> Result<Type, SourceError> {
        if !self.takes_word("chan") {
            return Err(self.unexpected("`chan`"));
        }
        self.takes("<-");
        Ok(Type::Chan(Box::new(self.parse_type()?)))
    }

    fn empty_type(&mut self, of: Type) -> Result<Type, SourceError> {
        let place = self.place();
        self.expect("{")?;
        if self.takes("}") {
            return Ok(of);
        }
        Err(SourceError::at(place, "only an empty one can be run"))
    }

    fn func_type(&mut self) -> Result<Type, SourceError> {
        self.expect("(")?;
        while !self.takes(")") {
            self.parse_type()?;
            if !self.takes(",") && !self.sees(")") {
                return Err(self.unexpected("`,` or `)`"));
            }
        }
        if [")", ",", "{", "="].iter().all(|sign| !self.sees(sign)) && self.peek() != Some(&Token::End) {
            self.parse_type()?;
        }
        Ok(Type::Func)
    }
}
