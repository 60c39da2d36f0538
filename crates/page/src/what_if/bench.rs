//! Where what-ifs are tried: the programs that were tried last, and the answer to a request.

use serde::Serialize;

use super::arm::{Arm, ArmReply};
use super::asked::{ProgramAsked, WhatIfAsked};
use super::differences::differences;
use super::programs::{Programs, Ready};
use super::transcript::Twin;
use crate::error::PageError;
use gostep_course::words::words;

/// How many programs are kept ready.
const MOST_PROGRAMS: usize = 4;

/// What came of one or two builds.
#[derive(Debug, Serialize)]
pub struct WhatIfReply {
    arms: Vec<ArmReply>,
    /// What differs between the two, as HTML.
    differences: Option<String>,
}

/// The programs that were tried last.
#[derive(Debug, Default)]
pub struct Bench {
    /// The last one is the one that was used last.
    programs: Vec<(ProgramAsked, Ready)>,
}

impl Bench {
    /// Forgets the programs of a lesson.
    pub fn forget(&mut self, lesson: &str) {
        self.programs.retain(|(asked, _)| asked.lesson.as_deref() != Some(lesson));
    }

    /// A program, ready to be built.
    ///
    /// # Errors
    /// If there is none, or something is wrong with it.
    pub fn program(&mut self, programs: Programs<'_>, asked: &ProgramAsked) -> Result<Ready, PageError> {
        // These are ready anyway, and another one of the same name may have been brought meanwhile.
        if asked.brought {
            return programs.get(asked);
        }
        let known = self.programs.iter().position(|(known, _)| known == asked);
        let entry = if let Some(at) = known { self.programs.remove(at) } else { (asked.clone(), programs.get(asked)?) };
        let ready = entry.1.clone();
        if self.programs.len() == MOST_PROGRAMS {
            self.programs.remove(0);
        }
        self.programs.push(entry);
        Ok(ready)
    }

    /// What comes of one or two builds. What is wrong with one of them is said in its place.
    ///
    /// # Errors
    /// If there is no such program, or neither one build nor two.
    pub fn answer(&mut self, programs: Programs<'_>, asked: &WhatIfAsked) -> Result<WhatIfReply, PageError> {
        let ready = self.program(programs, &asked.program)?;
        if !(1..=2).contains(&asked.arms.len()) {
            return Err(PageError::new("a what-if has one build, or two to compare"));
        }
        let words = words(asked.lang);
        let tried: Vec<_> = asked.arms.iter().map(|arm| Arm::new(&ready, arm, words)).collect();
        let twin = |arm: &Arm| Twin::of(&arm.staged, arm.is_refused());
        let compared = match &tried[..] {
            [Ok(a), Ok(b)] => Some([(a, twin(a)), (b, twin(b))]),
            _ => None,
        };
        let other = |at: usize| compared.as_ref().map(|arms| &arms[1 - at].1);
        let replies = tried.iter().enumerate().map(|(at, arm)| match arm {
            Ok(arm) => arm.reply(asked, other(at)),
            Err(error) => ArmReply::wrong(error),
        });
        let differences = compared.as_ref().map(|[a, b]| differences((a.0, &a.1), (b.0, &b.1), words).into_string());
        Ok(WhatIfReply { arms: replies.collect(), differences })
    }
}
