//! The table of figures.

use std::{fmt::Write as _, fs, io, path::Path};

/// One figure beside what it is measured against.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What it came to.
    pub ours: String,
    /// What stands beside it: its limit or a peer, with what that came to.
    pub beside: String,
    /// How the two compare, or the aim where nothing stands beside it.
    pub compared: String,
}

impl Row {
    /// A row of these four cells.
    pub fn new(
        what: impl Into<String>,
        ours: impl Into<String>,
        beside: impl Into<String>,
        compared: impl Into<String>,
    ) -> Self {
        Self { what: what.into(), ours: ours.into(), beside: beside.into(), compared: compared.into() }
    }
}

/// The rows as a Markdown table, with the machine and the day below it.
pub fn markdown(rows: &[Row]) -> String {
    let mut text = "| | Rochdale | beside it, in the same run | compared |\n|:--|--:|:--|:--|\n".to_owned();
    for row in rows {
        writeln!(text, "| {} | {} | {} | {} |", row.what, row.ours, row.beside, row.compared)
            .expect("writing to a text cannot fail");
    }
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let day = jiff::Zoned::now().date();
    writeln!(
        text,
        "\nMedians, on {cores} cores and {} GiB of memory, {day}; `bin/bench` takes them.",
        memory()
    )
    .expect("writing to a text cannot fail");
    text
}

/// Puts `table` between the markers of the README.
pub fn write_into(readme: &Path, table: &str) -> io::Result<()> {
    let (begins, ends) = ("<!-- bench -->\n", "<!-- /bench -->");
    let text = fs::read_to_string(readme)?;
    let places = text.find(begins).map(|at| at + begins.len()).zip(text.find(ends));
    let Some((begin, end)) = places.filter(|(begin, end)| begin <= end) else {
        return Err(io::Error::other(format!(
            "{} has no `<!-- bench -->` and `<!-- /bench -->`",
            readme.display()
        )));
    };
    fs::write(readme, format!("{}\n{table}\n{}", &text[..begin], &text[end..]))
}

/// The machine's memory in whole gibibytes.
fn memory() -> u64 {
    let told = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = told.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let kibibytes = total.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kibibytes.unwrap_or(0).div_ceil(1024 * 1024)
}
