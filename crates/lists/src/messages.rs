//! Every sentence that is said about a list. The words stand in the message catalogue.

use rochdale_core::message::Key;

macro_rules! messages {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal ($($argument:ident),*);)*) => {
        $($(#[doc = $doc])+ pub static $name: Key = Key { id: $id, arguments: &[$(stringify!($argument)),*] };)*
        /// All of them.
        pub static ALL: &[&Key] = &[$(&$name),*];
    };
}

messages! {
    /// The row has no name.
    NAME_IS_MISSING = "list-name-is-missing"();
    /// Write one, or leave the row out.
    WRITE_A_NAME = "list-write-a-name"();
    /// `{value}` is no e-mail address.
    NO_ADDRESS = "list-no-address"(value);
    /// Write it as name@example.org, or leave it empty.
    WRITE_AN_ADDRESS = "list-write-an-address"();
    /// `{value}` is no day.
    NO_DAY = "list-no-day"(value);
    /// Write it as {day}.
    WRITE_A_DAY = "list-write-a-day"(day);
    /// The row names a class and no first day of membership.
    SINCE_IS_MISSING = "list-since-is-missing"();
    /// Write it, or say below since when such rows are members.
    WRITE_SINCE = "list-write-since"();
    /// The bylaws know no class called `{value}`.
    NO_CLASS = "list-no-class"(value);
    /// Say below which class it means, or write one of {classes}.
    WRITE_A_CLASS = "list-write-a-class"(classes);
    /// The class {class} has no kind `{value}`.
    NO_KIND = "list-no-kind"(class, value);
    /// Write one of {kinds}, or leave it empty.
    WRITE_A_KIND = "list-write-a-kind"(kinds);
    /// The class {class} has no kinds.
    NO_KINDS = "list-no-kinds"(class);
    /// Leave it empty.
    LEAVE_EMPTY = "list-leave-empty"();
    /// `{value}` is neither a person nor an organization.
    NEITHER = "list-neither"(value);
    /// Write person or organization.
    WRITE_WHICH = "list-write-which"();
    /// Characters in it could not be read.
    UNREAD = "list-unread"();
    /// Say how the file's characters are written.
    SAY_THE_ENCODING = "list-say-the-encoding"();
    /// {count} people in the register are called {name}.
    SEVERAL_ARE_CALLED = "list-several-are-called"(count, name);
    /// {count} people in the register have the address {email}, and not this name
    ADDRESS_IS_ANOTHERS = "list-address-is-anothers"(email, count);
    /// Write the e-mail address of the one who is meant.
    WRITE_WHOSE_ADDRESS = "list-write-whose-address"();
    /// The address is left out: an organization is written to through its representative.
    ADDRESS_IS_LEFT_OUT = "list-address-is-left-out"();
    /// {name} is taken for {party}, who is called so in the register.
    TAKEN_FOR = "list-taken-for"(name, party);
    /// No class stands in the row: no membership is entered.
    NO_MEMBERSHIP = "list-no-membership"();
    /// Is a member already since {day}: no membership is entered.
    IS_MEMBER = "list-is-member"(day);
}
