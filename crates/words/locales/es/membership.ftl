### Miembros: qué son, qué pueden y qué deben.

right-be-member = ser miembro
right-observe = seguir las propuestas y sus resultados
right-speak = hablar en las discusiones
right-suggest = hacer sugerencias
right-propose = hacer propuestas
right-vote = votar y tomar posición
right-be-counted = contar en la base de una decisión
right-elect = votar en las elecciones
right-see-members = ver quiénes son los miembros
right-see-register = ver el registro
right-see-finances = ver las finanzas
right-share-surplus = recibir parte del excedente
right-share-fixed-costs = cargar con parte de los costos fijos
right-share-loss = cargar con parte de una pérdida que exceda los costos fijos
right-use-assets = usar los bienes comunes
right-use-channels = entrar en los canales de miembros
right-be-promoted = aparecer en el directorio
right-exchange = dar y recibir descuentos y prioridad
right-reach-resources = acceder a recursos de fuera

name-erased = alguien cuyos datos se borraron
