//! Texts as they are compared: what a person would call the same.

/// A name or a value in lower case, with single spaces and full-width letters made narrow; accents stay.
pub fn folded(text: &str) -> String {
    let narrow = text.chars().map(|one| match one {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(one as u32 - 0xfee0).unwrap_or(one),
        _ => one,
    });
    let lower: String = narrow.flat_map(char::to_lowercase).collect();
    spaced(&lower)
}

/// The same words with one space between them and none around: cells have line breaks and stray spaces.
pub fn spaced(text: &str) -> String {
    let is_nothing = |one: char| one.is_whitespace() || matches!(one, '\u{feff}' | '\u{200b}'..='\u{200f}');
    text.split(is_nothing).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A heading without what headings differ in: case, accents, spaces and signs.
pub fn bare(text: &str) -> String {
    let plain = |one: char| match one {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ñ' => 'n',
        other => other,
    };
    folded(text).chars().filter(|one| one.is_alphanumeric()).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_the_same_however_it_is_typed() {
        assert_eq!(folded("  Ana\u{a0}\r\nRIVERA "), "ana rivera");
        assert_eq!(folded("Ａｎａ\u{3000}Rivera\u{200b}"), "ana rivera");
        assert_ne!(folded("Peña"), folded("Pena"), "a name keeps its accents");
        assert_eq!(bare("Correo electrónico*"), bare("correo-electronico"));
        assert_eq!(bare("E-Mail:"), "email");
        assert_eq!(spaced("林 小美"), "林 小美");
    }
}
