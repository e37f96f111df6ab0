/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-table.h"

#include <string.h>

#include "io/file/cw-io-error.h"

typedef struct
{
  gsize first; /* of its cells */
  guint n_cells;
  guint line;
} Row;

struct _CwCsvTable
{
  char *name;
  char *text;    /* the cells, each with a NUL */
  GArray *cells; /* of guint32: where each begins in text */
  GArray *rows;  /* of Row */
  char delimiter;
  guint n_comments;
  guint n_empty;
};

typedef struct
{
  CwCsvTable *table;
  const char *next;
  const char *end;
  guint line; /* of next */
  char *out;  /* where the next cell goes */
} Parser;

static gboolean fail (const CwCsvTable *table, guint line, CwIoError code, GError **error,
                      const char *format, ...) G_GNUC_PRINTF (5, 6);

static gboolean
fail (const CwCsvTable *table, guint line, CwIoError code, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, CW_IO_ERROR, code, "%s:%u: %s", table->name, line, what);
  return FALSE;
}

/* the line that @at lies on: LF, CR LF and CR each end one */
static guint
count_lines (const char *text, const char *at)
{
  guint line = 1;

  for (const char *p = text; p < at; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 >= at || p[1] != '\n')))
        line++;
    }

  return line;
}

static gboolean
starts_with (const char *text, gsize size, const char *magic, gsize length)
{
  return size >= length && memcmp (text, magic, length) == 0;
}

/* refuses what is no UTF-8 text, naming what it looks like */
static gboolean
check_text (const CwCsvTable *table, const char *text, gsize size, GError **error)
{
  const char *bad;

  if (size > CW_CSV_MAX_SIZE)
    return fail (table, 1, CW_IO_ERROR_LIMIT, error, "the file is larger than %u MiB",
                 CW_CSV_MAX_SIZE >> 20);
  if (starts_with (text, size, "\xFF\xFE\0\0", 4) || starts_with (text, size, "\0\0\xFE\xFF", 4))
    return fail (table, 1, CW_IO_ERROR_SYNTAX, error, "the text is UTF-32, it must be UTF-8");
  if (starts_with (text, size, "\xFF\xFE", 2) || starts_with (text, size, "\xFE\xFF", 2)
      || (size >= 4 && (text[0] == 0) != (text[1] == 0) && (text[2] == 0) == (text[0] == 0)
          && (text[3] == 0) == (text[1] == 0)))
    return fail (table, 1, CW_IO_ERROR_SYNTAX, error, "the text is UTF-16, it must be UTF-8");
  if (starts_with (text, size, "PK\x03\x04", 4))
    return fail (table, 1, CW_IO_ERROR_SYNTAX, error,
                 "this is a ZIP archive, such as an XLSX or ODS workbook, and no text table");
  if (starts_with (text, size, "\x1F\x8B", 2))
    return fail (table, 1, CW_IO_ERROR_SYNTAX, error,
                 "this is compressed by gzip and no text table");

  bad = size > 0 ? memchr (text, 0, size) : NULL;
  if (bad != NULL)
    return fail (table, count_lines (text, bad), CW_IO_ERROR_SYNTAX, error, "NUL byte in the text");
  if (!g_utf8_validate_len (text, size, &bad))
    return fail (table, count_lines (text, bad), CW_IO_ERROR_SYNTAX, error,
                 "the text is not valid UTF-8");

  return TRUE;
}

static gboolean
is_decimal_comma (const char *text, const char *end, const char *p)
{
  return *p == ',' && p > text && g_ascii_isdigit (p[-1]) && p + 1 < end && g_ascii_isdigit (p[1]);
}

/* the delimiter that is most frequent in the line at @text outside of quotes; a comma only if it
   is more frequent than any other, those between digits left aside */
static char
detect_delimiter (const char *text, const char *end)
{
  static const char candidates[] = { ';', '\t', '|', ',' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 3;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i] && !is_decimal_comma (text, end, p);
    }

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      if (counts[i] > 0 && (counts[i] > counts[best] || (best == 3 && counts[i] == counts[best])))
        best = i;
    }

  return candidates[best];
}

static gboolean
at_line_end (const Parser *self)
{
  return self->next >= self->end || *self->next == '\n' || *self->next == '\r';
}

static void
skip_line_end (Parser *self)
{
  if (self->next >= self->end)
    return;
  if (*self->next == '\r' && self->next + 1 < self->end && self->next[1] == '\n')
    self->next++;
  self->next++;
  self->line++;
}

static gboolean
parse_quoted (Parser *self, guint column, GError **error)
{
  guint start = self->line;

  for (self->next++; self->next < self->end; self->next++)
    {
      char c = *self->next;

      if (c == '"' && (self->next + 1 >= self->end || self->next[1] != '"'))
        break;
      if (c == '"')
        self->next++;
      else if (c == '\n' || (c == '\r' && (self->next + 1 >= self->end || self->next[1] != '\n')))
        self->line++;
      *self->out++ = c;
    }

  if (self->next >= self->end)
    return fail (self->table, start, CW_IO_ERROR_SYNTAX, error,
                 "the quote of cell %u is not closed", column);
  self->next++;
  if (!at_line_end (self) && *self->next != self->table->delimiter)
    return fail (self->table, self->line, CW_IO_ERROR_SYNTAX, error,
                 "text after the closing quote of cell %u", column);

  *self->out++ = '\0';
  return TRUE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
parse_plain (Parser *self, guint column, GError **error)
{
  const char *first = self->next;
  const char *last;

  for (; !at_line_end (self) && *self->next != self->table->delimiter; self->next++)
    {
      if (*self->next == '"')
        return fail (self->table, self->line, CW_IO_ERROR_SYNTAX, error,
                     "a quote in the middle of cell %u", column);
    }

  for (last = self->next; first < last && is_blank (*first); first++)
    ;
  for (; first < last && is_blank (last[-1]); last--)
    ;
  memcpy (self->out, first, last - first);
  self->out += last - first;
  *self->out++ = '\0';
  return TRUE;
}

static gboolean
parse_row (Parser *self, GError **error)
{
  CwCsvTable *table = self->table;
  const char *begin = self->next;
  Row row = { .first = table->cells->len, .line = self->line };
  char *out = self->out;
  gboolean more = TRUE;

  while (more)
    {
      guint32 offset = self->out - table->text;

      if (++row.n_cells > CW_CSV_MAX_COLUMNS)
        return fail (table, row.line, CW_IO_ERROR_LIMIT, error, "more than %u cells in a row",
                     CW_CSV_MAX_COLUMNS);
      g_array_append_val (table->cells, offset);
      if (self->next < self->end && *self->next == '"' ? !parse_quoted (self, row.n_cells, error)
                                                       : !parse_plain (self, row.n_cells, error))
        return FALSE;
      if (self->next - begin > CW_CSV_MAX_LINE)
        return fail (table, row.line, CW_IO_ERROR_LIMIT, error, "the row is longer than %u KiB",
                     CW_CSV_MAX_LINE >> 10);
      more = !at_line_end (self);
      self->next += more;
    }

  /* nothing but delimiters is an empty row */
  if (self->out - out == row.n_cells)
    {
      table->n_empty++;
      self->out = out;
      g_array_set_size (table->cells, row.first);
    }
  else
    {
      g_array_append_val (table->rows, row);
    }

  skip_line_end (self);
  return TRUE;
}

static void
skip_comments (Parser *self)
{
  for (; self->next < self->end && (*self->next == '#' || at_line_end (self));)
    {
      if (*self->next == '#')
        self->table->n_comments++;
      else
        self->table->n_empty++;
      while (!at_line_end (self))
        self->next++;
      skip_line_end (self);
    }
}

/**
 * cw_csv_table_new:
 * @bytes: the text: UTF-8 with or without byte order mark, at most %CW_CSV_MAX_SIZE bytes
 * @name: its name for messages
 * @delimiter: what parts the cells, or 0 to find out from the first row
 * @error: return location for an error
 *
 * Reads a text table as RFC 4180 says, with any of the usual delimiters and line ends.
 * Blanks around a cell are dropped unless it is quoted.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with a #CwIoError
 *   `name:line: what`
 */
CwCsvTable *
cw_csv_table_new (GBytes *bytes, const char *name, char delimiter, GError **error)
{
  g_autoptr (CwCsvTable) table = NULL;
  Parser parser = { .line = 1 };
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  table = g_new0 (CwCsvTable, 1);
  table->name = g_strdup (name);
  table->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (!check_text (table, text, size, error))
    return NULL;

  /* a cell is never longer than its source with the delimiter behind it */
  table->text = g_malloc (size + 2);
  parser.table = table;
  parser.out = table->text;
  parser.next = text;
  parser.end = text + size;
  if (starts_with (text, size, "\xEF\xBB\xBF", 3))
    parser.next += 3;
  skip_comments (&parser);
  table->delimiter = delimiter != 0 ? delimiter : detect_delimiter (parser.next, parser.end);

  while (parser.next < parser.end)
    {
      if (!parse_row (&parser, error))
        return NULL;
    }

  if (table->rows->len == 0)
    {
      fail (table, 1, CW_IO_ERROR_SYNTAX, error, "the table is empty");
      return NULL;
    }

  return g_steal_pointer (&table);
}

/**
 * cw_csv_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
cw_csv_table_free (CwCsvTable *self)
{
  g_free (self->name);
  g_free (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * cw_csv_table_get_name:
 * @self: a table
 *
 * Returns: its name for messages
 */
const char *
cw_csv_table_get_name (const CwCsvTable *self)
{
  return self->name;
}

/**
 * cw_csv_table_get_delimiter:
 * @self: a table
 *
 * Returns: what parts its cells
 */
char
cw_csv_table_get_delimiter (const CwCsvTable *self)
{
  return self->delimiter;
}

/**
 * cw_csv_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, a header included; at least one
 */
gsize
cw_csv_table_get_n_rows (const CwCsvTable *self)
{
  return self->rows->len;
}

/**
 * cw_csv_table_get_n_cells:
 * @self: a table
 * @row: a row
 *
 * Returns: how many cells the row has
 */
guint
cw_csv_table_get_n_cells (const CwCsvTable *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).n_cells;
}

/**
 * cw_csv_table_get_cell:
 * @self: a table
 * @row: a row
 * @column: a cell of it
 *
 * Returns: (transfer none): its text, which lives as long as the table
 */
const char *
cw_csv_table_get_cell (const CwCsvTable *self, gsize row, guint column)
{
  const Row *r;

  g_return_val_if_fail (row < self->rows->len, NULL);
  r = &g_array_index (self->rows, Row, row);
  g_return_val_if_fail (column < r->n_cells, NULL);

  return self->text + g_array_index (self->cells, guint32, r->first + column);
}

/**
 * cw_csv_table_get_line:
 * @self: a table
 * @row: a row
 *
 * Returns: the line of the text that the row begins on, from 1
 */
guint
cw_csv_table_get_line (const CwCsvTable *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).line;
}

/**
 * cw_csv_table_get_n_comments:
 * @self: a table
 *
 * Returns: how many lines above the first row were left out as comments
 */
guint
cw_csv_table_get_n_comments (const CwCsvTable *self)
{
  return self->n_comments;
}

/**
 * cw_csv_table_get_n_empty:
 * @self: a table
 *
 * Returns: how many empty rows were left out
 */
guint
cw_csv_table_get_n_empty (const CwCsvTable *self)
{
  return self->n_empty;
}

/**
 * cw_csv_dup_shown:
 * @text: UTF-8
 *
 * Makes a cell fit for a message of one line: cut at 40 characters, control
 * and invisible characters shown as `?`.
 *
 * Returns: (transfer full): the text to show
 */
char *
cw_csv_dup_shown (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == 40)
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, g_unichar_isprint (c) ? c : '?');
    }

  return g_string_free (shown, FALSE);
}
