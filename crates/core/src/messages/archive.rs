//! What is said of the archive.

use super::{Key, messages};

messages! { ARCHIVE:
    /// {class}: everybody reads it.
    DOCUMENT_IS_PUBLIC = "document-is-public"(class);
    /// {person} holds the office of {office}, which keeps the archive.
    READS_AS_KEEPER = "reads-as-keeper"(person, office);
    /// {person} holds the office of {office}, which reads what is {class}.
    READS_BY_OFFICE = "reads-by-office"(person, office, class);
    /// {person} takes part as {membership}, and they read what is {class}.
    READS_BY_CLASS = "reads-by-class"(person, membership, class);
    /// {person} is named on it, or acts for somebody who is, and those named read what is {class}.
    READS_AS_NAMED = "reads-as-named"(person, class);
    /// {person} filed it.
    READS_AS_FILER = "reads-as-filer"(person);
    /// {person} is none of those who read what is {class}.
    READS_NOT = "reads-not"(person, class);
    /// The desk, which runs the program, reads what everybody reads.
    DESK_READS_THE_PUBLIC = "desk-reads-the-public"();
    /// The archive is kept by: {offices}.
    ARCHIVE_IS_KEPT_BY = "archive-is-kept-by"(offices);
    /// The bylaws let nobody keep the archive.
    NOBODY_KEEPS_THE_ARCHIVE = "nobody-keeps-the-archive"();
    /// {person} is of no class that files documents on {day}.
    FILES_NOTHING = "files-nothing"(person, day);
    /// Document {document} was erased on {at}.
    DOCUMENT_WAS_ERASED = "document-was-erased"(document, at);
    /// Ask somebody who may file to do it.
    ASK_WHO_FILES = "ask-who-files"();
    /// If it is still needed, file it anew.
    FILE_IT_ANEW = "file-it-anew"();
    /// The bylaws have no confidentiality classes, and so no archive.
    NO_ARCHIVE = "no-archive"();
    /// There is no document {document} in the archive.
    NO_SUCH_FILED_DOCUMENT = "no-such-filed-document"(document);
    /// The bylaws know no confidentiality class {class}; these are known: {classes}.
    NO_SUCH_CONFIDENTIALITY = "no-such-confidentiality"(class, classes);
    /// What is {class} is not read by those named; leave the names out, or choose another class.
    CLASS_TAKES_NO_NAMES = "class-takes-no-names"(class);
    /// It is {class} already, for the same people.
    CLASS_IS_THE_SAME = "class-is-the-same"(class);
    /// People file documents, each as themselves.
    PEOPLE_FILE = "people-file"();
    /// The file is empty.
    FILE_IS_EMPTY = "file-is-empty"();
    /// Every document in the archive has one of these confidentiality classes: {classes}. {default} holds
    /// where none is given.
    RULE_CONFIDENTIALITY = "rule-confidentiality"(classes, default);
    /// Everybody reads what is {class}.
    RULE_CLASS_IS_PUBLIC = "rule-class-is-public"(class);
    /// {readers} read what is {class}.
    RULE_CLASS_READ_BY = "rule-class-read-by"(class, readers);
    /// {membership} in the phase {phase} read what is {class}.
    RULE_CLASS_READ_IN_PHASE = "rule-class-read-in-phase"(class, membership, phase);
    /// Those who hold an office read what is {class}: {offices}.
    RULE_CLASS_READ_BY_OFFICES = "rule-class-read-by-offices"(class, offices);
    /// Those who are named on a document read what is {class}.
    RULE_CLASS_READ_BY_NAMED = "rule-class-read-by-named"(class);
    /// {classes} file documents.
    RULE_FILED_BY = "rule-filed-by"(classes);
    /// {membership} in the phase {phase} file documents.
    RULE_FILED_IN_PHASE = "rule-filed-in-phase"(membership, phase);
    /// {offices} keep the archive.
    RULE_ARCHIVE_KEPT_BY = "rule-archive-kept-by"(offices);
}
