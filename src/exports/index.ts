/**
 * The exports room: one file a format that the field uses (PETRARCH, ICEWS, GDELT, POLECAT, brat, CoNLL-U, Web Annotation).
 * Not built yet.
 */
export {}
