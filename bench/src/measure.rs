//! Timing. Whatever is compared is timed in turns, because a machine's speed drifts by a third from
//! one minute to the next; what is told is the median of each.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The median of each of several works on one thread, in turns for so many rounds. It is the time of
/// the processor, which other programs on the machine do not lengthen much.
pub fn in_turns<const N: usize>(rounds: usize, mut works: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let begun = worked();
            work();
            times.push(worked().saturating_sub(begun));
        }
    }
    times.map(median)
}

/// How long the processor has worked for this thread.
fn worked() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("no thread works a negative time")
}

/// The middle one of these, or the upper of the two in the middle.
pub fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}

/// How many a second so many in a time are.
pub fn per_second(count: u64, time: Duration) -> u64 {
    let a_second = u128::from(count) * 1_000_000_000 / time.as_nanos().max(1);
    u64::try_from(a_second).unwrap_or(u64::MAX)
}

/// The memory that this process holds, in bytes.
pub fn resident() -> u64 {
    resident_of("self")
}

/// The memory that a process holds, in bytes; 0 where there is no such process.
pub fn resident_of(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kibibytes.unwrap_or(0) * 1024
}
