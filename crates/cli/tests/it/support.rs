//! Calling the program in a folder of its own.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with a database in it, and the program.
pub struct Desk {
    folder: TempDir,
}

/// What the program answered.
pub struct Answered {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With the book of CoAssembly begun, and its people in it: Ana and Bo, worker-owners.
    pub fn founded() -> Self {
        let desk = Self::new();
        desk.done(&["init", &rulebook("coassembly")]);
        for (party, name) in [(1, "Ana"), (2, "Bo")] {
            let person = format!(
                r#"{{"command":"enter_person","details":{{"name":"{name}","salt":"0123456789abcdef"}}}}"#
            );
            desk.submit(&person, &[]);
            let member = format!(
                r#"{{"command":"admit_member","party":{party},"class":"worker-owner","since":"2025-01-01","basis":"Founding roll"}}"#
            );
            desk.submit(&member, &[]);
        }
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Calls the program.
    pub fn call(&self, arguments: &[&str]) -> Answered {
        self.call_with(arguments, "")
    }

    /// Calls the program with something on its standard input.
    pub fn call_with(&self, arguments: &[&str], input: &str) -> Answered {
        let mut child = Command::new(env!("CARGO_BIN_EXE_rochdale"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("ROCHDALE_DATABASE")
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that does not read its input may have ended already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        Answered {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Calls the program, which must do what it is asked; gives what it prints.
    pub fn done(&self, arguments: &[&str]) -> String {
        let answered = self.call(arguments);
        assert_eq!(answered.code, 0, "{arguments:?}: {}{}", answered.out, answered.err);
        answered.out
    }

    /// The same in JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// Submits a command, which must be done.
    pub fn submit(&self, command: &str, options: &[&str]) -> String {
        let answered = self.call_with(&[&["submit"], options].concat(), command);
        assert_eq!(answered.code, 0, "{command}: {}{}", answered.out, answered.err);
        answered.out
    }

    /// Where the book ends.
    pub fn height(&self) -> u64 {
        self.json(&["verify"])["height"].as_u64().unwrap()
    }
}

/// The folder of a rulebook that the product ships with.
pub fn rulebook(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks").join(name).display().to_string()
}
