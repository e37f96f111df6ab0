/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-columns.h"

#include <string.h>

/* A column's name is compared as a stem: lower case, words parted by `_`, without the unit at its
   end. Three rounds: what the caller named, stems that are a usual name, stems that begin with one.
   A column serves one field only. */

typedef struct
{
  char *stem;
  CwUnit unit;
  gboolean has_unit;
  gboolean is_used;
} Column;

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->stem);
}

static gboolean
find_unit (const char *word, CwUnit *unit)
{
  static const struct
  {
    const char *word;
    CwUnit unit;
  } words[] = {
    { "nm", CW_UNIT_NM },   { "um", CW_UNIT_UM },      { "micron", CW_UNIT_UM },
    { "mm", CW_UNIT_MM },   { "microns", CW_UNIT_UM }, { "cm", CW_UNIT_CM },
    { "mil", CW_UNIT_MIL }, { "mils", CW_UNIT_MIL },   { "inch", CW_UNIT_INCH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i].word) == 0)
        {
          *unit = words[i].unit;
          return TRUE;
        }
    }

  return FALSE;
}

static void
parse_title (const char *title, Column *column)
{
  GString *stem = g_string_new (NULL);
  char *last;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xB5 || c == 0x3BC) /* micro sign, mu */
        g_string_append_c (stem, 'u');
      else if (c >= 0x80)
        g_string_append_unichar (stem, c);
      else if (g_ascii_isalnum (c))
        g_string_append_c (stem, g_ascii_tolower (c));
      else if (stem->len > 0 && stem->str[stem->len - 1] != '_')
        g_string_append_c (stem, '_');
    }
  if (stem->len > 0 && stem->str[stem->len - 1] == '_')
    g_string_truncate (stem, stem->len - 1);

  last = strrchr (stem->str, '_');
  if (last != NULL && find_unit (last + 1, &column->unit))
    {
      column->has_unit = TRUE;
      *last = '\0';
    }
  column->stem = g_string_free (stem, FALSE);
}

static GArray *
parse_titles (CwCsvReader *reader)
{
  guint n = cw_csv_table_get_n_cells (reader->table, 0);
  GArray *columns = g_array_sized_new (FALSE, TRUE, sizeof (Column), n);

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < n; i++)
    {
      Column column = { 0 };

      if (reader->options->no_header)
        column.stem = g_strdup_printf ("%u", i + 1);
      else
        parse_title (cw_csv_table_get_cell (reader->table, 0, i), &column);
      g_array_append_val (columns, column);
    }

  return columns;
}

static gboolean
take_column (CwCsvReader *reader, GArray *columns, const CwCsvFieldUse *use, guint index)
{
  Column *column = &g_array_index (columns, Column, index);

  column->is_used = TRUE;
  reader->columns[use->field] = index;
  if (use->is_length && column->has_unit)
    reader->units[use->field] = column->unit;
  return TRUE;
}

static gboolean
is_given (const CwCsvReader *reader, const GArray *columns, guint index, const char *title,
          gboolean as_stem)
{
  const char *stem = g_array_index (columns, Column, index).stem;

  if (as_stem || reader->options->no_header)
    return strcmp (stem, title) == 0;

  return strcmp (cw_csv_table_get_cell (reader->table, 0, index), title) == 0;
}

/* the column that the caller named: by its title as written, else by its stem; by its number
   without a header */
static gboolean
take_given (CwCsvReader *reader, GArray *columns, const CwCsvFieldUse *use, GError **error)
{
  const char *title = reader->options->columns[use->field];
  int found = -1;

  for (guint round = 0; round < 2 && found < 0; round++)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          if (!is_given (reader, columns, i, title, round == 1))
            continue;
          if (found >= 0)
            return cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_REFERENCE, error,
                                       "columns %d and %u are both \"%s\"", found + 1, i + 1,
                                       title);
          found = (int) i;
        }
    }

  if (found < 0)
    return cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_REFERENCE, error,
                               "there is no column \"%s\"", title);

  return take_column (reader, columns, use, (guint) found);
}

static gboolean
stem_matches (const Column *column, const char *name, gboolean is_length, gboolean whole)
{
  gsize length = strlen (name);

  /* "in_um" is no column of inches: a unit belongs to a length */
  if (!is_length && column->has_unit)
    return FALSE;

  return strncmp (column->stem, name, length) == 0
         && (column->stem[length] == '\0' || (!whole && column->stem[length] == '_'));
}

static gboolean
take_usual (CwCsvReader *reader, GArray *columns, const CwCsvFieldUse *use, gboolean whole,
            GError **error)
{
  for (guint n = 0; n < G_N_ELEMENTS (use->names) && use->names[n] != NULL; n++)
    {
      int found = -1;

      for (guint i = 0; i < columns->len; i++)
        {
          const Column *column = &g_array_index (columns, Column, i);

          if (column->is_used || !stem_matches (column, use->names[n], use->is_length, whole))
            continue;
          if (found >= 0)
            return cw_csv_reader_fail (
                reader, 0, -1, CW_IO_ERROR_REFERENCE, error,
                "columns %d and %u both look like the %s, name the column to take", found + 1,
                i + 1, cw_csv_field_get_name (use->field));
          found = i;
        }

      if (found >= 0)
        {
          if (!whole)
            cw_csv_reader_report (reader, 0, "column \"%s\" taken as the %s",
                                  cw_csv_table_get_cell (reader->table, 0, found),
                                  cw_csv_field_get_name (use->field));
          return take_column (reader, columns, use, found);
        }
    }

  return TRUE;
}

static gboolean
check_required (CwCsvReader *reader, const CwCsvFieldUse *uses, gsize n_uses, GError **error)
{
  for (gsize i = 0; i < n_uses; i++)
    {
      if (uses[i].is_required && !cw_csv_reader_has (reader, uses[i].field))
        return cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_SYNTAX, error,
                                   "there is no column for the %s, such as \"%s\"",
                                   cw_csv_field_get_name (uses[i].field), uses[i].names[0]);
    }

  return TRUE;
}

static void
report_columns (CwCsvReader *reader, GArray *columns, const CwCsvFieldUse *uses, gsize n_uses)
{
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *shown = NULL;

      if (g_array_index (columns, Column, i).is_used || reader->options->no_header)
        continue;
      shown = cw_csv_dup_shown (cw_csv_table_get_cell (reader->table, 0, i));
      cw_csv_reader_report (reader, 0, "column \"%s\" not used", shown);
    }

  for (gsize i = 0; i < n_uses && !reader->options->unit_given; i++)
    {
      int column = reader->columns[uses[i].field];

      if (column >= 0 && uses[i].is_length && !g_array_index (columns, Column, column).has_unit)
        {
          g_autofree char *shown = cw_csv_dup_shown (
              reader->options->no_header ? g_array_index (columns, Column, column).stem
                                         : cw_csv_table_get_cell (reader->table, 0, column));

          cw_csv_reader_report (reader, 0, "column \"%s\" taken as micrometres", shown);
        }
    }
}

/**
 * cw_csv_columns_find: (skip)
 * @reader: a reader whose table is there
 * @uses: (array length=n_uses): the fields that are wanted
 * @n_uses: how many
 * @error: return location for an error
 *
 * Finds the columns of the fields and their units, and puts on the report what was
 * guessed.
 *
 * Returns: %TRUE, or %FALSE with an error when a column is missing or not the only one
 */
gboolean
cw_csv_columns_find (CwCsvReader *reader, const CwCsvFieldUse *uses, gsize n_uses, GError **error)
{
  g_autoptr (GArray) columns = parse_titles (reader);

  for (guint field = 0; field < CW_N_CSV_FIELDS; field++)
    {
      reader->columns[field] = -1;
      reader->units[field] = reader->options->unit;
    }

  for (gsize i = 0; i < n_uses; i++)
    {
      if (reader->options->columns[uses[i].field] != NULL
          && !take_given (reader, columns, &uses[i], error))
        return FALSE;
    }

  for (guint round = 0; round < 2 && !reader->options->no_header; round++)
    {
      for (gsize i = 0; i < n_uses; i++)
        {
          if (!cw_csv_reader_has (reader, uses[i].field)
              && !take_usual (reader, columns, &uses[i], round == 0, error))
            return FALSE;
        }
    }

  if (!check_required (reader, uses, n_uses, error))
    return FALSE;

  report_columns (reader, columns, uses, n_uses);
  return TRUE;
}
