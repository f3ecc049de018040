//! What a column can be about, and the headings by which that is known in three languages.

use crate::fold::bare;

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The whole name of a person or an organization.
    Name,
    /// The given name of a person, where the family name has a column of its own.
    GivenName,
    /// The family name of a person.
    FamilyName,
    /// Where to write to a person.
    Email,
    /// The town or city.
    Place,
    /// Whether it is a person or an organization.
    What,
    /// The membership class.
    Class,
    /// The kind within the class.
    Kind,
    /// The first day of membership.
    Since,
    /// The last day of membership.
    Until,
    /// On the strength of what somebody is a member.
    Basis,
    /// The name of whoever acts for an organization.
    Representative,
    /// Their address.
    RepresentativeEmail,
    /// The first day on which they do.
    RepresentativeSince,
}

/// The headings of each field, as [`bare`] makes them: those that mean it, and those that mean it where
/// no other column does.
type Headings = (&'static [&'static str], &'static [&'static str]);

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Field; 14] = [
        Field::Name,
        Field::GivenName,
        Field::FamilyName,
        Field::Email,
        Field::Place,
        Field::What,
        Field::Class,
        Field::Kind,
        Field::Since,
        Field::Until,
        Field::Basis,
        Field::Representative,
        Field::RepresentativeEmail,
        Field::RepresentativeSince,
    ];

    /// Its name in forms and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::GivenName => "given-name",
            Field::FamilyName => "family-name",
            Field::Email => "email",
            Field::Place => "place",
            Field::What => "what",
            Field::Class => "class",
            Field::Kind => "kind",
            Field::Since => "since",
            Field::Until => "until",
            Field::Basis => "basis",
            Field::Representative => "representative",
            Field::RepresentativeEmail => "representative-email",
            Field::RepresentativeSince => "representative-since",
        }
    }

    /// The one of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// The sentence that says what a column of it is about.
    pub fn label(self) -> &'static str {
        match self {
            Field::Name => "list-field-name",
            Field::GivenName => "list-field-given-name",
            Field::FamilyName => "list-field-family-name",
            Field::Email => "list-field-email",
            Field::Place => "list-field-place",
            Field::What => "list-field-what",
            Field::Class => "list-field-class",
            Field::Kind => "list-field-kind",
            Field::Since => "list-field-since",
            Field::Until => "list-field-until",
            Field::Basis => "list-field-basis",
            Field::Representative => "list-field-representative",
            Field::RepresentativeEmail => "list-field-representative-email",
            Field::RepresentativeSince => "list-field-representative-since",
        }
    }

    fn headings(self) -> Headings {
        match self {
            Field::Name => (
                &[
                    "name",
                    "fullname",
                    "membername",
                    "nombre",
                    "nombrecompleto",
                    "nombreyapellidos",
                    "姓名",
                    "名稱",
                    "會員姓名",
                    "社員姓名",
                    "成員姓名",
                    "全名",
                    "組織名稱",
                    "單位名稱",
                ],
                &[
                    "member",
                    "organization",
                    "organisation",
                    "organizationname",
                    "coop",
                    "cooperative",
                    "company",
                    "miembro",
                    "socio",
                    "socia",
                    "organizacion",
                    "cooperativa",
                    "entidad",
                    "會員",
                    "社員",
                    "成員",
                    "組織",
                    "合作社",
                    "單位",
                ],
            ),
            Field::GivenName => (
                &[
                    "givenname",
                    "firstname",
                    "first",
                    "forename",
                    "nombredepila",
                    "primernombre",
                    "名",
                    "名字",
                ],
                &[],
            ),
            Field::FamilyName => {
                (&["familyname", "lastname", "last", "surname", "apellido", "apellidos", "姓", "姓氏"], &[])
            }
            Field::Email => (
                &[
                    "email",
                    "emailaddress",
                    "correo",
                    "correoelectronico",
                    "email1",
                    "電子郵件",
                    "電子信箱",
                    "電子郵件信箱",
                    "信箱",
                    "電郵",
                ],
                &["mail", "email1value", "direccion"],
            ),
            Field::Place => (
                &[
                    "place",
                    "city",
                    "town",
                    "townorcity",
                    "cityortown",
                    "citytown",
                    "towncity",
                    "lugar",
                    "ciudad",
                    "localidad",
                    "municipio",
                    "城市",
                    "地點",
                    "所在地",
                    "居住地",
                    "縣市",
                    "鄉鎮市區",
                ],
                &["location", "ubicacion"],
            ),
            Field::What => (
                &[
                    "personororganization",
                    "personuorganizacion",
                    "personauorganizacion",
                    "個人或組織",
                    "人或組織",
                ],
                &["entitytype", "partytype"],
            ),
            Field::Class => (
                &[
                    "class",
                    "membershipclass",
                    "memberclass",
                    "tier",
                    "membershiptype",
                    "membertype",
                    "membershiptier",
                    "clase",
                    "clasedemiembro",
                    "tipodemiembro",
                    "tipodesocio",
                    "categoria",
                    "類別",
                    "會員類別",
                    "社員類別",
                    "成員類別",
                    "身分",
                ],
                &["category", "type", "level", "tipo", "nivel", "資格"],
            ),
            Field::Kind => {
                (&["kind", "subtype", "subcategory", "subtipo", "subcategoria", "種類", "細類"], &[])
            }
            Field::Since => (
                &[
                    "since",
                    "membersince",
                    "joined",
                    "joindate",
                    "datejoined",
                    "joinedon",
                    "admitted",
                    "admissiondate",
                    "desde",
                    "ingreso",
                    "fechadeingreso",
                    "fechadealta",
                    "alta",
                    "miembrodesde",
                    "sociodesde",
                    "加入日期",
                    "加入日",
                    "入社日期",
                    "入會日期",
                    "起始日",
                    "起日",
                ],
                &["start", "startdate", "from", "fechadeinicio"],
            ),
            Field::Until => (
                &[
                    "until",
                    "left",
                    "leftdate",
                    "dateleft",
                    "lefton",
                    "lastday",
                    "memberuntil",
                    "hasta",
                    "baja",
                    "fechadebaja",
                    "fechadesalida",
                    "ultimodia",
                    "離開日期",
                    "退社日期",
                    "退會日期",
                    "最後一日",
                    "迄日",
                ],
                &["end", "enddate", "fechadefin"],
            ),
            Field::Basis => (
                &["basis", "onthestrengthof", "fundamento", "enquesebasa", "依據"],
                &["resolution", "acuerdo"],
            ),
            Field::Representative => (
                &[
                    "representative",
                    "officialrepresentative",
                    "representedby",
                    "representante",
                    "representadapor",
                    "代表",
                    "代表人",
                    "代表姓名",
                ],
                &[
                    "contact",
                    "contactperson",
                    "contactname",
                    "contacto",
                    "personadecontacto",
                    "聯絡人",
                    "聯絡人姓名",
                ],
            ),
            Field::RepresentativeEmail => (
                &[
                    "representativeemail",
                    "representativesemail",
                    "correodelrepresentante",
                    "correodequienrepresenta",
                    "代表信箱",
                    "代表電子郵件",
                    "代表人信箱",
                ],
                &["contactemail", "correodecontacto", "聯絡人信箱", "聯絡人電子郵件"],
            ),
            Field::RepresentativeSince => (
                &[
                    "representativesince",
                    "representativefrom",
                    "representantedesde",
                    "representadesde",
                    "代表起始日",
                ],
                &[],
            ),
        }
    }

    /// What the columns with these headings are about. Of several that mean the same, the first is.
    pub(crate) fn of_headings(headings: &[String]) -> Vec<Option<Field>> {
        let bared: Vec<String> = headings.iter().map(|heading| bare(heading)).collect();
        let mut found: Vec<Option<Field>> = vec![None; headings.len()];
        for weakly in [false, true] {
            for field in Field::ALL {
                if found.contains(&Some(field)) {
                    continue;
                }
                let (strong, weak) = field.headings();
                let meant = if weakly { weak } else { strong };
                let fits = |(column, heading): (usize, &String)| {
                    found[column].is_none() && meant.contains(&heading.as_str())
                };
                if let Some(column) = bared.iter().enumerate().position(fits) {
                    found[column] = Some(field);
                }
            }
        }
        // "Nombre" beside "Apellidos" is half of a name.
        if found.contains(&Some(Field::FamilyName)) && !found.contains(&Some(Field::GivenName)) {
            for one in found.iter_mut().filter(|one| **one == Some(Field::Name)) {
                *one = Some(Field::GivenName);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headings: &[&str]) -> Vec<Option<&'static str>> {
        let headings: Vec<String> = headings.iter().map(|one| (*one).to_owned()).collect();
        Field::of_headings(&headings).into_iter().map(|field| field.map(Field::id)).collect()
    }

    #[test]
    fn headings_are_known_in_three_languages() {
        assert_eq!(
            of(&["Name", "E-mail", "City / Town", "Member since", "Tier", "Notes"]),
            [Some("name"), Some("email"), Some("place"), Some("since"), Some("class"), None]
        );
        assert_eq!(
            of(&["Nombre", "Apellidos", "Correo electrónico", "Fecha de alta", "TIPO"]),
            [Some("given-name"), Some("family-name"), Some("email"), Some("since"), Some("class")]
        );
        assert_eq!(
            of(&["姓名", "電子郵件", "所在地", "會員類別", "入社日期"]),
            [Some("name"), Some("email"), Some("place"), Some("class"), Some("since")]
        );
        assert_eq!(
            of(&["Organization", "Contact", "Contact email"]),
            [Some("name"), Some("representative"), Some("representative-email")]
        );
    }

    #[test]
    fn of_two_columns_with_one_heading_the_first_counts() {
        assert_eq!(of(&["Email", "Name", "email"]), [Some("email"), Some("name"), None]);
        assert_eq!(of(&["Name", "Organization"]), [Some("name"), None], "whom somebody works for is no name");
    }

    #[test]
    fn every_field_has_its_name() {
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(field));
        }
    }
}
