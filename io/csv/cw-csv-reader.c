/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-reader.h"

#include <string.h>

#include "io/csv/cw-csv-columns.h"
#include "model/base/cw-error.h"

#define MAX_NUMBER 64
#define MAX_NAME 1024

/**
 * cw_csv_reader_new: (skip)
 * @bytes: the text
 * @name: its name for messages
 * @options: how to read it; must live as long as the reader
 * @uses: (array length=n_uses): the fields that are wanted
 * @n_uses: how many
 * @report: (nullable): what was guessed or skipped goes here
 * @error: return location for an error
 *
 * Reads a table and finds its columns.
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL with a #CwIoError
 */
CwCsvReader *
cw_csv_reader_new (GBytes *bytes, const char *name, const CwCsvOptions *options,
                   const CwCsvFieldUse *uses, gsize n_uses, CwReport *report, GError **error)
{
  g_autoptr (CwCsvReader) self = NULL;
  CwCsvTable *table = cw_csv_table_new (bytes, name, options->delimiter, error);

  if (table == NULL)
    return NULL;

  self = g_new0 (CwCsvReader, 1);
  self->table = table;
  self->options = options;
  self->report = report;
  self->first = options->no_header ? 0 : 1;
  self->nets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (cw_csv_table_get_n_comments (table) > 0)
    cw_report_add (report, 0, "lines skipped that begin with \"#\": %u",
                   cw_csv_table_get_n_comments (table));
  if (cw_csv_table_get_n_empty (table) > 0)
    cw_report_add (report, 0, "empty rows skipped: %u", cw_csv_table_get_n_empty (table));
  if (!cw_csv_columns_find (self, uses, n_uses, error))
    return NULL;

  for (gsize row = self->first; row < cw_csv_table_get_n_rows (table); row++)
    {
      guint wanted = cw_csv_table_get_n_cells (table, 0);
      guint found = cw_csv_table_get_n_cells (table, row);

      if (found != wanted)
        {
          cw_csv_reader_fail (self, row, -1, CW_IO_ERROR_SYNTAX, error,
                              "the row has %u cells where the first one has %u", found, wanted);
          return NULL;
        }
    }

  if (self->first == cw_csv_table_get_n_rows (table))
    {
      cw_csv_reader_fail (self, 0, -1, CW_IO_ERROR_SYNTAX, error,
                          "there is nothing below the header");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cw_csv_reader_free: (skip)
 * @self: (transfer full): a reader
 *
 * Frees a reader with its table.
 */
void
cw_csv_reader_free (CwCsvReader *self)
{
  cw_csv_table_free (self->table);
  g_hash_table_unref (self->nets);
  g_free (self);
}

/**
 * cw_csv_reader_fail: (skip)
 * @self: a reader
 * @row: the row that is wrong
 * @field: the field whose cell is wrong, or -1 for the whole row
 * @code: what kind of error
 * @error: return location for the error
 * @format: what is wrong
 * @...: arguments
 *
 * Sets an error that says file, line and column.
 *
 * Returns: %FALSE
 */
gboolean
cw_csv_reader_fail (const CwCsvReader *self, gsize row, int field, CwIoError code, GError **error,
                    const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *where = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  if (field >= 0 && cw_csv_reader_has (self, field))
    {
      g_autofree char *title
          = self->options->no_header
                ? g_strdup_printf ("%d", self->columns[field] + 1)
                : cw_csv_dup_shown (cw_csv_table_get_cell (self->table, 0, self->columns[field]));

      where = g_strdup_printf ("column \"%s\": ", title);
    }

  g_set_error (error, CW_IO_ERROR, code, "%s:%u: %s%s", cw_csv_table_get_name (self->table),
               cw_csv_table_get_line (self->table, row), where != NULL ? where : "", what);
  return FALSE;
}

/**
 * cw_csv_reader_report: (skip)
 * @self: a reader
 * @row: the row it is about
 * @format: what was guessed or skipped
 * @...: arguments
 *
 * Adds a line to the report.
 */
void
cw_csv_reader_report (const CwCsvReader *self, gsize row, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  cw_report_add (self->report, cw_csv_table_get_line (self->table, row), "%s", what);
}

/**
 * cw_csv_reader_get_text: (skip)
 * @self: a reader
 * @row: a row
 * @field: a field
 *
 * Returns: (transfer none): the text of the cell, empty when there is no such column
 */
const char *
cw_csv_reader_get_text (const CwCsvReader *self, gsize row, CwCsvField field)
{
  if (!cw_csv_reader_has (self, field))
    return "";

  return cw_csv_table_get_cell (self->table, row, self->columns[field]);
}

/* a name goes into files, tables and messages as it is: one line, not endless */
static gboolean
check_name (const CwCsvReader *self, gsize row, CwCsvField field, const char *name, GError **error)
{
  if (strlen (name) > MAX_NAME)
    return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_LIMIT, error,
                               "the name is longer than %d bytes", MAX_NAME);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_VALUE, error,
                                   "a control character in the name");
    }

  return TRUE;
}

/**
 * cw_csv_reader_get_name: (skip)
 * @self: a reader
 * @row: a row
 * @field: a field
 * @name: (out) (transfer none): the name
 * @error: return location for an error
 *
 * Gets a name that must be there.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_name (const CwCsvReader *self, gsize row, CwCsvField field, const char **name,
                        GError **error)
{
  *name = cw_csv_reader_get_text (self, row, field);
  if (**name == '\0')
    return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_VALUE, error, "the %s is missing",
                               cw_csv_field_get_name (field));

  return check_name (self, row, field, *name, error);
}

/* whether a cell may be a number: a comma is a decimal mark only where it cannot part cells */
static gboolean
is_number (CwCsvReader *self, gsize row, const char *text)
{
  if (strlen (text) > MAX_NUMBER)
    return FALSE;
  if (strchr (text, ',') == NULL)
    return TRUE;
  if (cw_csv_table_get_delimiter (self->table) == ',')
    return FALSE;

  if (!self->comma_reported)
    cw_csv_reader_report (self, row, "commas in numbers taken as decimal marks");
  self->comma_reported = TRUE;
  return TRUE;
}

/**
 * cw_csv_reader_get_length: (skip)
 * @self: a reader
 * @row: a row
 * @field: a field
 * @length: (out): the length [nm]
 * @error: return location for an error
 *
 * Gets a length that must be there.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_length (CwCsvReader *self, gsize row, CwCsvField field, CwCoord *length,
                          GError **error)
{
  const char *text = cw_csv_reader_get_text (self, row, field);
  g_autoptr (GError) cause = NULL;

  if (*text == '\0')
    return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_VALUE, error, "the %s is missing",
                               cw_csv_field_get_name (field));

  if (!is_number (self, row, text) || !cw_length_parse (text, self->units[field], length, &cause))
    {
      gboolean too_long = g_error_matches (cause, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
      g_autofree char *shown = cw_csv_dup_shown (text);

      return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_VALUE, error, "\"%s\" is %s", shown,
                                 too_long ? "longer than 1 m" : "not a length");
    }

  return TRUE;
}

/**
 * cw_csv_reader_get_size: (skip)
 * @self: a reader
 * @row: a row
 * @field: a field
 * @size: (out): a length above zero [nm]
 * @error: return location for an error
 *
 * Gets a width or a diameter that must be there.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_size (CwCsvReader *self, gsize row, CwCsvField field, CwCoord *size,
                        GError **error)
{
  if (!cw_csv_reader_get_length (self, row, field, size, error))
    return FALSE;
  if (*size <= 0)
    return cw_csv_reader_fail (self, row, field, CW_IO_ERROR_VALUE, error,
                               "\"%s\" is not above zero",
                               cw_csv_reader_get_text (self, row, field));

  return TRUE;
}

/**
 * cw_csv_reader_get_point: (skip)
 * @self: a reader
 * @row: a row
 * @point: (out): the point [nm]
 * @error: return location for an error
 *
 * Gets the point of a row.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_point (CwCsvReader *self, gsize row, CwPoint *point, GError **error)
{
  return cw_csv_reader_get_length (self, row, CW_CSV_X, &point->x, error)
         && cw_csv_reader_get_length (self, row, CW_CSV_Y, &point->y, error);
}

/**
 * cw_csv_reader_get_form: (skip)
 * @self: a reader
 * @row: a row
 * @form: (inout): the form; unchanged when the table has no sizes
 * @error: return location for an error
 *
 * Gets the form of a pad: from one cell, from width and height, or from a diameter.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_form (CwCsvReader *self, gsize row, CwPadForm *form, GError **error)
{
  if (cw_csv_reader_has (self, CW_CSV_SIZE))
    {
      const char *text = cw_csv_reader_get_text (self, row, CW_CSV_SIZE);

      if (*text == '\0')
        return cw_csv_reader_fail (self, row, CW_CSV_SIZE, CW_IO_ERROR_VALUE, error,
                                   "the size is missing");
      if (!is_number (self, row, text)
          || !cw_csv_form_parse (text, self->units[CW_CSV_SIZE], form, NULL))
        {
          g_autofree char *shown = cw_csv_dup_shown (text);

          return cw_csv_reader_fail (self, row, CW_CSV_SIZE, CW_IO_ERROR_VALUE, error,
                                     "\"%s\" is not a size such as \"60x60\" or \"80\"", shown);
        }
      return TRUE;
    }

  if (cw_csv_reader_has (self, CW_CSV_DIAMETER))
    {
      form->kind = CW_PAD_ROUND;
      if (!cw_csv_reader_get_size (self, row, CW_CSV_DIAMETER, &form->width, error))
        return FALSE;
      form->height = form->width;
      return TRUE;
    }

  if (cw_csv_reader_has (self, CW_CSV_WIDTH))
    {
      form->kind = CW_PAD_RECTANGLE;
      if (!cw_csv_reader_get_size (self, row, CW_CSV_WIDTH, &form->width, error))
        return FALSE;
      form->height = form->width;
      if (cw_csv_reader_has (self, CW_CSV_HEIGHT))
        return cw_csv_reader_get_size (self, row, CW_CSV_HEIGHT, &form->height, error);
    }

  return TRUE;
}

/**
 * cw_csv_reader_get_net: (skip)
 * @self: a reader
 * @row: a row
 * @edit: where the net is found or made
 * @net: (out): its id, %CW_ID_NONE when the cell is empty
 * @error: return location for an error
 *
 * Gets the net of a row by its name, taken verbatim, and adds it on demand.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_reader_get_net (CwCsvReader *self, gsize row, CwEdit *edit, CwId *net, GError **error)
{
  const char *name = cw_csv_reader_get_text (self, row, CW_CSV_NET);
  gpointer known;

  *net = CW_ID_NONE;
  if (*name == '\0')
    return TRUE;
  if (!check_name (self, row, CW_CSV_NET, name, error))
    return FALSE;

  if (g_hash_table_lookup_extended (self->nets, name, NULL, &known))
    {
      *net = GPOINTER_TO_UINT (known);
      return TRUE;
    }

  *net = cw_edit_find_net (edit, name);
  if (*net == CW_ID_NONE)
    {
      g_autoptr (GRefString) text = g_ref_string_new (name);
      CwNet added = { .name = text };
      g_autoptr (GError) cause = NULL;

      *net = cw_edit_add_net (edit, &added, &cause);
      if (*net == CW_ID_NONE)
        return cw_csv_reader_fail (self, row, CW_CSV_NET, CW_IO_ERROR_VALUE, error, "%s",
                                   cause->message);
    }

  g_hash_table_insert (self->nets, g_strdup (name), GUINT_TO_POINTER (*net));
  return TRUE;
}
