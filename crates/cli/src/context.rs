//! What every verb stands on: the database, the co-op, the language.

use std::{
    path::Path,
    sync::{LazyLock, OnceLock},
};

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use rochdale_core::{
    state::State,
    values::{Language, Slug},
};
use rochdale_register::{Database, Fault};
use rochdale_words::{BookNames, Catalogue, NoNames, Words};

use crate::failure::Failure;

/// Options that every command takes but the demo.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub struct Common {
    /// The database: sqlite:PATH for a file, postgres://NAME@HOST/DATABASE for a server
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "ROCHDALE_DATABASE",
        hide_env_values = true,
        default_value = "sqlite:rochdale.db"
    )]
    pub database: String,
    /// The co-op, by its short name; may be left out where the database has one only
    #[arg(long, global = true, value_name = "HANDLE")]
    pub organization: Option<Slug>,
    /// The language in which refusals and reasons are said [default: that of LANG]
    #[arg(long, global = true)]
    pub language: Option<Tongue>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub json: bool,
}

/// The languages of the catalogue.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Tongue {
    /// English
    En,
    /// Spanish
    Es,
    /// Traditional Chinese
    #[value(name = "zh-Hant")]
    ZhHant,
}

impl Tongue {
    /// The language of a locale name such as `es_US.UTF-8`; English where it is another.
    fn of_locale(locale: &str) -> Self {
        match locale.get(..2) {
            Some("es") => Self::Es,
            Some("zh") => Self::ZhHant,
            _ => Self::En,
        }
    }

    fn language(self) -> Language {
        Language::new(match self {
            Self::En => "en",
            Self::Es => "es",
            Self::ZhHant => "zh-Hant",
        })
    }
}

/// What every verb stands on.
pub struct Context {
    common: Common,
    /// Read by the first who says something: not every verb does.
    catalogue: LazyLock<Catalogue>,
    /// The database, once a verb has opened it.
    database: OnceLock<Database>,
    /// In which language to say them.
    pub language: Language,
}

impl Context {
    /// The context of these options.
    pub fn new(common: Common) -> Self {
        let from_environment = || Tongue::of_locale(&std::env::var("LANG").unwrap_or_default());
        let language = common.language.unwrap_or_else(from_environment).language();
        Self { common, catalogue: LazyLock::new(Catalogue::built_in), database: OnceLock::new(), language }
    }

    /// The address of the database as it was given.
    pub fn url(&self) -> &str {
        &self.common.database
    }

    /// Opens the database, which must be there: looking at a book must not make an empty one.
    pub async fn database(&self) -> Result<Database, Failure> {
        if let Some(path) = self.url().strip_prefix("sqlite:").filter(|path| !Path::new(path).exists()) {
            return Err(Failure::not_understood(
                "there is no such database",
                format!("--database {}, that is, the file {path}", self.url()),
                "name the right file with --database or ROCHDALE_DATABASE, or make one with `rochdale init FOLDER`",
            ));
        }
        self.address_must_be_one()?;
        Ok(self.keep(Database::open_existing(self.url()).await?))
    }

    /// Opens the database, or makes it.
    pub async fn database_or_new(&self) -> Result<Database, Failure> {
        self.address_must_be_one()?;
        let path = self.url().strip_prefix("sqlite:").and_then(|path| Path::new(path).parent());
        if let Some(folder) = path.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
            return Err(Failure::not_understood(
                format!("there is no folder {}", folder.display()),
                format!("--database {}", self.url()),
                "name a file in a folder that is there, or make the folder first",
            ));
        }
        Ok(self.keep(Database::open(self.url()).await?))
    }

    fn address_must_be_one(&self) -> Result<(), Failure> {
        Database::must_be_an_address(self.url())
            .map_err(|Fault { what, place, mend }| Failure::NotUnderstood { what, place, mend })
    }

    /// Keeps the database, to be let go of at the end.
    fn keep(&self, database: Database) -> Database {
        self.database.get_or_init(|| database).clone()
    }

    /// Lets go of the database. SQLite then puts what it wrote beside the file into it, so that a copy of the file
    /// alone is whole when nobody has it open.
    pub async fn close(&self) {
        if let Some(database) = self.database.get() {
            database.close().await;
        }
    }

    /// Hands `say` the sentences of the catalogue with the names that `state` and the bylaws in it give.
    pub fn said<T>(&self, state: &State, say: impl FnOnce(&Words<'_>) -> T) -> T {
        let (tongue, zone) = (self.catalogue.tongue(&self.language), state.time_zone());
        match state.rulebook_at(Timestamp::now()) {
            Some(rulebook) => say(&Words::new(tongue, &zone, &BookNames { state, rulebook: &rulebook })),
            None => say(&Words::new(tongue, &zone, &NoNames)),
        }
    }

    /// The co-op that is meant: the one named, else the only one there is.
    pub async fn organization(&self, database: &Database) -> Result<Slug, Failure> {
        let all = database.organizations().await?;
        let listed = || all.iter().map(Slug::as_str).collect::<Vec<_>>().join(", ");
        match (&self.common.organization, all.as_slice()) {
            (Some(named), _) if all.contains(named) => Ok(named.clone()),
            (None, [only]) => Ok(only.clone()),
            (_, []) => Err(Failure::not_understood(
                "there is no co-op in this database",
                database.place(),
                "begin a book with `rochdale init FOLDER`",
            )),
            (Some(named), _) => Err(Failure::not_understood(
                format!("there is no co-op called {named} in this database"),
                "--organization",
                format!("name one of these: {}", listed()),
            )),
            (None, _) => Err(Failure::not_understood(
                "there are several co-ops in this database",
                "--organization",
                format!("say which one is meant: {}", listed()),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_that_of_the_locale() {
        let spoken = |locale| Tongue::of_locale(locale).language().to_string();
        let spoken = ["es_US.UTF-8", "zh_TW.UTF-8", "en_GB", "C", "", "fr_FR"].map(spoken);
        assert_eq!(spoken, ["es", "zh-Hant", "en", "en", "en", "en"]);
    }
}
