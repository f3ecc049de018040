//! Troubles of the machine, for tests of what callers are told: a disk that fills up, a database server that stops.
//! A machine on which one cannot be brought about says so, so that the test is counted as skipped.

use std::{
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::Command,
};

/// How many bytes a [`Disk`] holds.
const DISK_BYTES: u64 = 32 * 1024 * 1024;

/// A page of memory: what such a disk gives out at once.
const PAGE_BYTES: usize = 4096;

/// One line on the real stdout says which test did not run, and why.
pub fn skipped(test: &str, why: &str) {
    // Not println!, which the test runner keeps to itself.
    writeln!(std::io::stdout(), "skipped: {}: {why}", test.trim_start_matches("it::"))
        .expect("stdout is open");
}

/// In a test that has a disk of its own, where that is.
const DISK_FOLDER: &str = "ROCHDALE_TEST_DISK";

/// A small disk of its own for one test, of memory: what is in it is gone with it.
///
/// It is mounted where only the test and the programs that it starts see it, which takes no rights. So the test is run
/// a second time, in a process of its own, and it is that one which does the work.
pub struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// A disk with nothing on it. `None` in the process that has none: either it has seen the test pass in the one that
    /// has, or this machine lets nobody mount one, which is said aloud.
    pub fn new(test: &str) -> Option<Self> {
        if let Some(folder) = std::env::var_os(DISK_FOLDER) {
            return Some(Self { folder: folder.into() });
        }
        let folder =
            std::env::temp_dir().join(format!("rochdale-{}-{}", std::process::id(), test.replace(':', "-")));
        fs::create_dir(&folder).expect("a folder can be made");
        let on_it = |program: &str, arguments: &[&str]| {
            let mount =
                format!("mount -t tmpfs -o size={DISK_BYTES} tmpfs \"${DISK_FOLDER}\" && exec \"$0\" \"$@\"");
            let mut command = Command::new("unshare");
            command
                .args(["--user", "--map-root-user", "--mount", "sh", "-c", &mount, program])
                .args(arguments);
            command.env(DISK_FOLDER, &folder).output()
        };
        let may_mount = on_it("true", &[]).is_ok_and(|tried| tried.status.success());
        let ran = may_mount.then(|| {
            let own = std::env::current_exe().expect("a test is a program");
            let own = own.to_str().expect("its name is UTF-8");
            on_it(own, &["--exact", test.trim_start_matches("it::"), "--nocapture"])
                .expect("it ran a moment ago")
        });
        fs::remove_dir(&folder).expect("it is empty, the disk was never mounted here");
        match ran {
            None => skipped(test, "no disk of its own (unshare --user --map-root-user --mount)"),
            Some(ran) => {
                let said = String::from_utf8_lossy(&ran.stdout);
                assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
                assert!(said.contains("1 passed"), "{test} is not the name of this test: {said}");
            }
        }
        None
    }

    /// The path of a file on it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Fills it up but for so many bytes.
    pub fn fill(&self, all_but: u64) {
        let mut file = fs::File::create(self.path("filler")).expect("the disk is there");
        let page = [1; PAGE_BYTES];
        loop {
            match file.write_all(&page) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::StorageFull => break,
                Err(error) => panic!("the disk is not full: {error}"),
            }
        }
        let length = file.metadata().expect("it is open").len();
        file.set_len(length - all_but).expect("it becomes shorter");
    }

    /// Gives the room back.
    pub fn make_room(&self) {
        fs::remove_file(self.path("filler")).expect("it was filled");
    }
}

/// The address of the PostgreSQL server for tests; where there is none, it is said which test did not run.
pub fn postgres_server(test: &str) -> Option<String> {
    let server = std::env::var("ROCHDALE_TEST_POSTGRES").ok();
    if server.is_none() {
        skipped(test, "no PostgreSQL (set ROCHDALE_TEST_POSTGRES)");
    }
    server
}

/// A PostgreSQL server for one test, which may stop it.
pub struct Server {
    /// Its address, which it keeps.
    pub address: String,
}

impl Server {
    /// Starts one, where there is one for tests: then PostgreSQL is installed.
    pub fn start(test: &str) -> Option<Self> {
        postgres_server(test)?;
        let output = Self::script().arg("start").output().expect("the script is there");
        let said = String::from_utf8_lossy(&output.stdout);
        let address = said.trim().strip_prefix("export ROCHDALE_TEST_POSTGRES=").expect("it started");
        Some(Self { address: address.to_owned() })
    }

    /// Stops it as a power cut would.
    pub fn halt(&self) {
        self.tell("halt");
    }

    /// Starts it again after that.
    pub fn resume(&self) {
        self.tell("resume");
    }

    fn tell(&self, word: &str) {
        let told = Self::script().arg(word).env("ROCHDALE_TEST_POSTGRES", &self.address).status();
        assert!(told.expect("the script is there").success(), "{word}");
    }

    fn script() -> Command {
        Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bin/postgres-for-tests"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tell("stop");
    }
}
