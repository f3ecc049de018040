//! What is said of declarations.

use super::{Key, messages};

messages! { DECLARATIONS:
    /// {person} is in none of {classes} on {day}.
    NOT_AMONG_DECLARERS = "not-among-declarers"(person, classes, day);
    /// It began on {begins}, and today is {day}.
    IT_BEGAN = "it-began"(begins, day);
    /// The declaration says nothing on: {subjects}.
    DECLARATION_LACKS = "declaration-lacks"(subjects);
    /// {person} made the declaration {declaration}.
    DECLARED_IT = "declared-it"(person, declaration);
    /// Nobody has put the declaration {declaration} to the assembly.
    DECLARATION_IS_OPEN = "declaration-is-open"(declaration);
    /// {proposal} is open and decides on the declaration {declaration}.
    DECLARATION_IS_BEFORE_THE_ASSEMBLY = "declaration-is-before-the-assembly"(declaration, proposal);
    /// The declaration {declaration} was allowed on {day}, by {proposal}.
    DECLARATION_IS_ALLOWED = "declaration-is-allowed"(declaration, day, proposal);
    /// The declaration {declaration} was not allowed, on {day}, by {proposal}.
    DECLARATION_IS_NOT_ALLOWED = "declaration-is-not-allowed"(declaration, day, proposal);
    /// The declaration {declaration} was taken back on {day}.
    DECLARATION_IS_WITHDRAWN = "declaration-is-withdrawn"(declaration, day);
    /// {proposal} decides on the declaration of {membership}.
    IS_ABOUT_THEIR_DECLARATION = "is-about-their-declaration"(proposal, membership);
    /// This need not be declared.
    NEED_NOT_DECLARE = "need-not-declare"();
    /// Tell the assembly yourself.
    TELL_THE_ASSEMBLY = "tell-the-assembly"();
    /// Make another declaration.
    DECLARE_ANEW = "declare-anew"();
    /// People declare, each as themselves.
    PEOPLE_DECLARE = "people-declare"();
    /// The bylaws know no declaration {kind}.
    NO_SUCH_DECLARATION_KIND = "no-such-declaration-kind"(kind);
    /// A declaration speaks of no subject {subject}.
    NO_SUCH_DECLARATION_SUBJECT = "no-such-declaration-subject"(subject);
    /// There is no declaration {declaration} that you may see.
    NO_SUCH_DECLARATION = "no-such-declaration"(declaration);
    /// {declaration}: whoever is in {classes} declares it in advance, with what it says on {subjects}.
    RULE_DECLARATION = "rule-declaration"(declaration, classes, subjects);
    /// One that is made after the first day is recorded as late.
    RULE_DECLARATION_LATE = "rule-declaration-late"();
    /// One that is made after the first day is refused.
    RULE_DECLARATION_IN_ADVANCE = "rule-declaration-in-advance"();
    /// Whoever declares is left off the roll of the decision on it.
    RULE_DECLARER_IS_LEFT_OFF = "rule-declarer-is-left-off"();
    /// When it is decided, what was declared is allowed or not: {declaration}.
    RULE_DECIDES_DECLARATION = "rule-decides-declaration"(declaration);
}
