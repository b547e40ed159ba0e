"""The trail of changes (django-pghistory): triggers write it, so that nothing can pass by."""

from django.db import connection


def name_actor() -> None:
    """Tell the database who acts until this transaction ends.

    The middleware hands the signed-in user over with each statement that Django runs. COPY is none of them:
    psycopg sends it past Django. One empty statement at the beginning covers the rest of the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN END $$")
