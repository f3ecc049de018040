### La página pública de una cooperativa y la lista de cooperativas.

co-ops-title = Cooperativas que funcionan aquí
co-ops-lead = Cada una se rige por sus propios estatutos: lo que los miembros leen y reforman es lo que el programa hace.
home-kicker = Una cooperativa y sus estatutos
home-classes = Formas de participar
home-bylaws = Los estatutos
home-bylaws-lead = Edición { $edition }, vigente desde el { $since }. Cualquiera puede leerlos; cada derecho, negativa y recuento de este programa nombra su cláusula.
class-of-people = Para personas.
class-of-organizations = Para organizaciones.
class-of-either = Para personas y para organizaciones.
admission-office = Admite la oficina de la cooperativa, cuando está lo que se pide.
admission-decision = Los miembros deciden cada admisión con una propuesta.
class-no-member = no es membresía
class-count = { $count } ahora
class-phase = { $phase }, { $months } meses
class-phases = Por etapas: { $phases }.
class-commits = Se compromete con: { $documents }.
class-agreement = Firma el { $agreement }.
class-representatives = Actúa por sus representantes; al menos { $count }.
class-capital = Completa cuando está pagado el capital social.
