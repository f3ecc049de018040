//! The name that somebody probably meant.

/// Of `known`, the one most like `written`, where one is like enough.
pub(in crate::rulebook) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (distance(written, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Whether `written` is `known` or a slip of the hand away from it.
pub(super) fn is_near(written: &str, known: &str) -> bool {
    distance(written, known) <= allowed(known).min(1)
}

/// `", did you mean X?"`-like advice: what to do about a name that is not among `known`.
pub(in crate::rulebook) fn advise<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    match nearest(written, known.clone()) {
        Some(near) => format!("write `{near}` if that is meant"),
        None => {
            let known: Vec<String> = known.into_iter().map(|name| format!("`{name}`")).collect();
            if known.is_empty() {
                "define it first".to_owned()
            } else {
                format!("use one of {}", known.join(", "))
            }
        }
    }
}

/// A third of the letters may differ.
fn allowed(known: &str) -> usize {
    known.chars().count() / 3
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (number, letter) in one.chars().enumerate() {
        let mut next = vec![number + 1];
        for (place, theirs) in other.iter().enumerate() {
            let replaced = row[place] + usize::from(letter != *theirs);
            let mut least = replaced.min(row[place + 1] + 1).min(next[place] + 1);
            if place > 0 && last == Some(*theirs) && letter == other[place - 1] {
                least = least.min(before[place - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognized_and_strangers_are_not() {
        let known = ["threshold", "method", "fallback"];
        assert_eq!(nearest("treshold", known), Some("threshold"));
        assert_eq!(nearest("mehtod", known), Some("method"));
        assert_eq!(nearest("colour", known), None);
        assert!(is_near("tmol", "toml") && !is_near("text", "toml"));
    }
}
