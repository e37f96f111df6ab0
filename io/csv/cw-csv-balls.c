/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-base.h"
#include "io/csv/cw-csv-import.h"

static const CwCsvFieldUse uses[] = {
  { CW_CSV_NAME,
    TRUE,
    FALSE,
    { "ball", "bump", "name", "ball_name", "bump_name", "pin", "pad", "designator", "ball_id" } },
  { CW_CSV_X, TRUE, TRUE, { "x", "x_coord", "center_x", "centre_x", "pos_x", "x_center" } },
  { CW_CSV_Y, TRUE, TRUE, { "y", "y_coord", "center_y", "centre_y", "pos_y", "y_center" } },
  { CW_CSV_NET, FALSE, FALSE, { "net", "net_name", "netname", "signal", "signal_name" } },
};

typedef struct
{
  CwCsvReader *reader;
  GHashTable *names;  /* of the pads in the base and in the rows before: name -> row + 1, or 0 */
  GHashTable *places; /* the same by their centre */
} Seen;

static gboolean
see_pad (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;
  Seen *seen = user_data;

  if (*pad->name != '\0')
    g_hash_table_insert (seen->names, g_strdup (pad->name), GSIZE_TO_POINTER (0));
  g_hash_table_insert (seen->places, g_memdup2 (&pad->at, sizeof pad->at), GSIZE_TO_POINTER (0));
  return TRUE;
}

static guint
hash_point (gconstpointer key)
{
  const CwPoint *p = key;

  return (guint) p->x * 2654435761u ^ (guint) p->y * 40503u;
}

static gboolean
equal_points (gconstpointer a, gconstpointer b)
{
  return cw_point_equal (*(const CwPoint *) a, *(const CwPoint *) b);
}

static gboolean
check_unique (const Seen *seen, gsize row, const char *name, CwPoint at, GError **error)
{
  gpointer other;

  if (g_hash_table_lookup_extended (seen->names, name, NULL, &other))
    {
      if (other == NULL)
        return cw_csv_reader_fail (seen->reader, row, CW_CSV_NAME, CW_IO_ERROR_REFERENCE, error,
                                   "ball \"%s\" is in the design already", name);
      return cw_csv_reader_fail (
          seen->reader, row, CW_CSV_NAME, CW_IO_ERROR_REFERENCE, error,
          "ball \"%s\" is in line %u already", name,
          cw_csv_table_get_line (seen->reader->table, GPOINTER_TO_SIZE (other) - 1));
    }

  if (g_hash_table_lookup_extended (seen->places, &at, NULL, &other))
    {
      if (other == NULL)
        return cw_csv_reader_fail (seen->reader, row, CW_CSV_X, CW_IO_ERROR_VALUE, error,
                                   "ball \"%s\" lies on a bonding pad of the design", name);
      return cw_csv_reader_fail (
          seen->reader, row, CW_CSV_X, CW_IO_ERROR_VALUE, error,
          "ball \"%s\" lies on that of line %u", name,
          cw_csv_table_get_line (seen->reader->table, GPOINTER_TO_SIZE (other) - 1));
    }

  g_hash_table_insert (seen->names, g_strdup (name), GSIZE_TO_POINTER (row + 1));
  g_hash_table_insert (seen->places, g_memdup2 (&at, sizeof at), GSIZE_TO_POINTER (row + 1));
  return TRUE;
}

static gboolean
add_ball (const Seen *seen, gsize row, CwEdit *edit, guint8 level, GError **error)
{
  CwCsvReader *reader = seen->reader;
  CwBondingPad pad = { .land = reader->options->land,
                       .opening = reader->options->opening,
                       .ball = reader->options->ball,
                       .level = level };
  g_autoptr (GRefString) text = NULL;
  g_autoptr (GError) cause = NULL;
  const char *name;

  if (!cw_csv_reader_get_name (reader, row, CW_CSV_NAME, &name, error)
      || !cw_csv_reader_get_point (reader, row, &pad.at, error)
      || !check_unique (seen, row, name, pad.at, error)
      || !cw_csv_reader_get_net (reader, row, edit, &pad.net, error))
    return FALSE;

  text = g_ref_string_new (name);
  pad.name = text;
  if (cw_edit_add_bonding_pad (edit, &pad, &cause) == CW_ID_NONE)
    return cw_csv_reader_fail (reader, row, CW_CSV_NAME, CW_IO_ERROR_VALUE, error, "%s",
                               cause->message);

  return TRUE;
}

static gboolean
measure (CwCsvReader *reader, CwBox *content, GError **error)
{
  const CwCsvOptions *options = reader->options;

  *content = CW_BOX_EMPTY;
  for (gsize row = reader->first; row < cw_csv_table_get_n_rows (reader->table); row++)
    {
      CwPoint at;

      if (!cw_csv_reader_get_point (reader, row, &at, error))
        return FALSE;
      *content = cw_box_add_point (*content, at);
    }

  /* half a millimetre, the usual pitch, around the outermost lands */
  *content = cw_box_grow (*content, MAX (options->land.width, options->land.height) / 2
                                        + (gint64) 500 * CW_UM);
  return TRUE;
}

/**
 * cw_csv_import_balls:
 * @base: (nullable): the design that the balls go into; a new one is made when %NULL
 * @bytes: the table
 * @name: its name for messages
 * @options: how to read it, and level and sizes of the bonding pads
 * @report: (nullable): what was guessed or skipped goes here
 * @error: return location for an error
 *
 * Imports a ball map: a row for each ball with its name, centre and net. Makes a
 * bonding pad with opening and ball of each, and nets on demand.
 *
 * Returns: (transfer full) (nullable): the next design, or %NULL with an error
 *   `name:line: what`
 */
CwDesign *
cw_csv_import_balls (CwDesign *base, GBytes *bytes, const char *name, const CwCsvOptions *options,
                     CwReport *report, GError **error)
{
  g_autoptr (CwCsvReader) reader = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (hash_point, equal_points, g_free, NULL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwEdit) edit = NULL;
  Seen seen = { .names = names, .places = places };
  CwBox content;
  guint8 level;

  g_return_val_if_fail (bytes != NULL && name != NULL && options != NULL, NULL);

  reader = cw_csv_reader_new (bytes, name, options, uses, G_N_ELEMENTS (uses), report, error);
  if (reader == NULL || !measure (reader, &content, error))
    return NULL;
  design = cw_csv_base_new (base, reader, content, error);
  if (design == NULL || !cw_csv_base_find_wiring_level (reader, design, &level, error))
    return NULL;

  seen.reader = reader;
  cw_design_foreach (design, CW_ITEM_BONDING_PAD, see_pad, &seen);
  edit = cw_edit_new (design);
  for (gsize row = reader->first; row < cw_csv_table_get_n_rows (reader->table); row++)
    {
      if (!add_ball (&seen, row, edit, level, error))
        return NULL;
    }

  return cw_edit_finish (edit, NULL);
}
