### El correo: lo que dice, y la página en la que la oficina ve qué pasó con él.

letter-sign-in-subject = Entrar en { $organization }
letter-sign-in-body = Hola:

    alguien, esperamos que usted, pidió un enlace para entrar en { $organization }:

    { $link }

    Vale 15 minutos y funciona una vez. Si no lo pidió usted, no haga nada: sin este correo nadie entra.

    { $organization }
letter-test-subject = Una prueba de { $organization }
letter-test-body = Este correo se envió para ver si llega el correo de { $organization }.

    Llegó. Usted no tiene que hacer nada.

    { $organization }
mail-title = Correo
mail-lead = Lo que se envió en nombre de la cooperativa, y qué pasó con ello.
mail-none-sent = Este sitio no envía correo: lo que está en cola espera y al final se abandona. Entregue los enlaces desde la página de cada persona.
mail-into-folder = El correo de este sitio va a una carpeta de la máquina y por sí solo no llega a nadie.
mail-nothing = Todavía no hay ningún correo en la cola.
mail-count = { $count ->
    [one] Un correo
   *[other] { $count } correos
 }
mail-when = En cola
mail-whom = Para
mail-what = Asunto
mail-how = Qué pasó
mail-status-queued = en espera
mail-status-sent = enviado
mail-status-failed = rechazado
mail-status-given-up = abandonado
mail-next = Próximo intento: { $at }
mail-test-title = ¿Llega el correo?
mail-test-address = Enviar una prueba a
mail-test-send = Enviar una prueba
