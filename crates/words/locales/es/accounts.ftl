### Entrar, y la demostración.

demo-title = La demostración
demo-invites = Sea cualquier miembro de cualquiera de las cooperativas y vea lo que los estatutos le permiten.
demo-open = Elegir quién ser
demo-lead = Elija a quién ser. Nadie aquí es real, y nada sale de esta máquina.
sign-in-lead = Pegue la clave que le dio su cooperativa.
token = Clave
token-hint = 64 letras y cifras. Quien la tenga puede actuar en su nombre; guárdela para usted.
token-wrong = Aquí no se conoce esta clave, o ya no vale.
