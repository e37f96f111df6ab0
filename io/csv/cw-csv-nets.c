/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-base.h"
#include "io/csv/cw-csv-import.h"

static const CwCsvFieldUse uses[] = {
  { CW_CSV_NET, TRUE, FALSE, { "net", "name", "net_name", "netname", "signal" } },
  { CW_CSV_CLASS, FALSE, FALSE, { "class", "net_class", "type", "kind", "use" } },
  { CW_CSV_WIDTH, FALSE, TRUE, { "width", "trace_width", "w" } },
};

static gboolean
get_class (const CwCsvReader *reader, gsize row, CwNetClass *net_class, GError **error)
{
  const char *text = cw_csv_reader_get_text (reader, row, CW_CSV_CLASS);
  g_autofree char *shown = NULL;

  if (*text == '\0')
    return TRUE;

  for (guint i = 0; i < CW_N_NET_CLASSES; i++)
    {
      if (g_ascii_strcasecmp (text, cw_net_class_get_name (i)) == 0)
        {
          *net_class = i;
          return TRUE;
        }
    }

  shown = cw_csv_dup_shown (text);
  return cw_csv_reader_fail (reader, row, CW_CSV_CLASS, CW_IO_ERROR_VALUE, error,
                             "\"%s\" is no class of nets", shown);
}

static gboolean
set_net (CwCsvReader *reader, gsize row, GHashTable *seen, CwEdit *edit, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GRefString) text = NULL;
  const char *name;
  CwNet net;
  CwId id;

  if (!cw_csv_reader_get_name (reader, row, CW_CSV_NET, &name, error))
    return FALSE;
  if (!g_hash_table_add (seen, (gpointer) name))
    return cw_csv_reader_fail (reader, row, CW_CSV_NET, CW_IO_ERROR_REFERENCE, error,
                               "net \"%s\" is in the table twice", name);
  if (!cw_csv_reader_get_net (reader, row, edit, &id, error))
    return FALSE;

  net = *(const CwNet *) cw_edit_get_item (edit, id);
  text = g_ref_string_acquire (net.name);
  if (!get_class (reader, row, &net.net_class, error))
    return FALSE;
  if (*cw_csv_reader_get_text (reader, row, CW_CSV_WIDTH) != '\0'
      && !cw_csv_reader_get_size (reader, row, CW_CSV_WIDTH, &net.width, error))
    return FALSE;
  if (!cw_edit_set_net (edit, id, &net, &cause))
    return cw_csv_reader_fail (reader, row, CW_CSV_NET, CW_IO_ERROR_VALUE, error, "%s",
                               cause->message);

  return TRUE;
}

/**
 * cw_csv_import_nets:
 * @base: the design that the nets go into
 * @bytes: the table
 * @name: its name for messages
 * @options: how to read it
 * @report: (nullable): what was guessed or skipped goes here
 * @error: return location for an error
 *
 * Imports a table of nets: name, class and usual width of the traces. Nets that are
 * there already are changed, others are added. An empty cell changes nothing.
 *
 * Returns: (transfer full) (nullable): the next design, or %NULL with an error
 *   `name:line: what`
 */
CwDesign *
cw_csv_import_nets (CwDesign *base, GBytes *bytes, const char *name, const CwCsvOptions *options,
                    CwReport *report, GError **error)
{
  g_autoptr (CwCsvReader) reader = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CwEdit) edit = NULL;

  g_return_val_if_fail (base != NULL && bytes != NULL && name != NULL && options != NULL, NULL);

  reader = cw_csv_reader_new (bytes, name, options, uses, G_N_ELEMENTS (uses), report, error);
  if (reader == NULL)
    return NULL;

  edit = cw_edit_new (base);
  for (gsize row = reader->first; row < cw_csv_table_get_n_rows (reader->table); row++)
    {
      if (!set_net (reader, row, seen, edit, error))
        return NULL;
    }

  return cw_edit_finish (edit, NULL);
}
