//! What instructors have: all problems of their files at once, templates, drafts, snapshots of what learners see.

pub mod changes;
pub mod draft;
pub mod examine;
pub mod files;
pub mod snapshot;
pub mod template;
pub mod translation;
mod yaml_text;
