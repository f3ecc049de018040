//! Calling the program in a folder of its own.

use std::{
    fs,
    io::{BufRead, BufReader, Lines, Read, Write},
    net::TcpStream,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use rochdale_testkit::troubles::postgres_server;
use serde_json::Value;
use sqlx::Connection;
use tempfile::TempDir;

/// A folder with a database in it, and the program.
pub struct Desk {
    folder: TempDir,
    /// The address of the database, where it is not the one in the folder.
    database: Option<String>,
    /// Whether the program is held to the rights that files and folders give, also where root calls it.
    is_held: bool,
}

/// What the program answered.
pub struct Answered {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program while it serves; it is ended when this is dropped.
pub struct Serving {
    child: Child,
    address: String,
    /// What it printed up to its address.
    pub printed: String,
    /// The rest of what it prints: whoever closes this pipe stops it from printing.
    lines: Option<Lines<BufReader<ChildStdout>>>,
}

impl Serving {
    /// The status and the whole answer to a GET.
    pub fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap(), answer)
    }

    /// Where it serves.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Asks it to end, as an operator does; gives its exit code and what else it printed.
    pub fn end(mut self) -> (Option<i32>, String) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let rest: Vec<String> = self.lines.take().unwrap().map(Result::unwrap).collect();
        (self.child.wait().unwrap().code(), rest.join("\n"))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None, is_held: false }
    }

    /// With the book of CoAssembly begun, and its people in it: Ana and Bo, worker-owners.
    pub fn founded() -> Self {
        Self::new().with_people()
    }

    /// The same in the database at an address.
    pub fn founded_at(database: String) -> Self {
        Self { database: Some(database), ..Self::new() }.with_people()
    }

    fn with_people(self) -> Self {
        self.done(&["init", &rulebook("coassembly")]);
        for (party, name) in [(1, "Ana"), (2, "Bo")] {
            let person = format!(
                r#"{{"command":"enter_person","details":{{"name":"{name}","salt":"0123456789abcdef"}}}}"#
            );
            self.submit(&person, &[]);
            let member = format!(
                r#"{{"command":"admit_member","party":{party},"class":"worker-owner","since":"2025-01-01","basis":"Founding roll"}}"#
            );
            self.submit(&member, &[]);
        }
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Calls the program.
    pub fn call(&self, arguments: &[&str]) -> Answered {
        self.call_with(arguments, "")
    }

    /// From now on the program is held to the rights that files and folders give.
    pub fn held_to_rights(mut self) -> Self {
        self.is_held = true;
        self
    }

    /// Calls the program, which prints onto `out`.
    pub fn call_onto(&self, arguments: &[&str], out: impl Into<Stdio>) -> Answered {
        let output = self.command(arguments).stdin(Stdio::null()).stdout(out).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        Answered { code: output.status.code().unwrap(), out: String::new(), err }
    }

    /// Calls the program with something on its standard input.
    pub fn call_with(&self, arguments: &[&str], input: &str) -> Answered {
        let mut child = self
            .command(arguments)
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

    /// Starts the program and leaves it running; gives it once it has printed where it serves.
    pub fn serve(&self, arguments: &[&str]) -> Serving {
        self.started(self.command(arguments))
    }

    /// The same, with everything that can be logged in a file of this name.
    pub fn serve_logging(&self, arguments: &[&str], log: &str) -> Serving {
        let mut command = self.command(arguments);
        command.env("RUST_LOG", "trace").stderr(fs::File::create(self.path(log)).unwrap());
        self.started(command)
    }

    fn started(&self, mut command: Command) -> Serving {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut printed = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("it ended without saying where it serves").unwrap();
            printed.push_str(&line);
            printed.push('\n');
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split(['/', ' ']).next().unwrap().to_owned();
            }
        };
        Serving { child, address, printed, lines: Some(lines) }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let program = env!("CARGO_BIN_EXE_rochdale");
        let is_root = fs::metadata(self.folder.path()).unwrap().uid() == 0;
        let mut command = if self.is_held && is_root {
            let mut command = Command::new("setpriv");
            command.args(["--bounding-set=-dac_override,-dac_read_search", program]);
            command
        } else {
            Command::new(program)
        };
        command.args(arguments).current_dir(self.folder.path());
        for variable in [
            "DATABASE",
            "ORIGIN",
            "CLIENT_HEADER",
            "MAIL",
            "MAIL_FROM",
            "MAIL_USER",
            "MAIL_PASSWORD",
            "MAIL_PASSWORD_FILE",
        ] {
            command.env_remove(format!("ROCHDALE_{variable}"));
        }
        if let Some(database) = &self.database {
            command.env("ROCHDALE_DATABASE", database);
        }
        command.env("LANG", "en_US.UTF-8");
        command
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

/// The address of a schema of its own on the test server; `None`, said aloud, where there is no server.
pub async fn postgres(test: &str) -> Option<String> {
    let server = postgres_server(test)?;
    let schema = format!("test_{}", uuid::Uuid::now_v7().simple());
    let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    sqlx::query(create).execute(&mut connection).await.unwrap();
    let joint = if server.contains('?') { '&' } else { '?' };
    Some(format!("{server}{joint}options=-csearch_path%3D{schema}"))
}

/// The folder of a rulebook that the product ships with.
pub fn rulebook(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks").join(name).display().to_string()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let into = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &into) } else { fs::copy(&path, &into).map(|_| ()).unwrap() }
    }
}
