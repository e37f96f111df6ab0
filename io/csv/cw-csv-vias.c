/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-vias.h"

#include "model/copper/cw-copper.h"

struct _CwCsvVias
{
  const CwCsvReader *reader;
  CwDesign *design;
  CwEdit *edit;
  guint8 level;
  GHashTable *pads; /* of gint64: die and part */
  guint n_added;
  guint n_there;
  CwCoord hole; /* of the first one that was guessed */
  CwCoord land;
};

typedef struct
{
  CwPoint at;
  CwShape pad;
  gboolean found;
} PadSearch;

/**
 * cw_csv_vias_new: (skip)
 * @reader: the table, which must outlive the result
 * @design: the design with the dies, which must outlive the result
 * @edit: where vias are added, which must outlive the result
 * @level: the wiring level that they lead to
 *
 * Begins to add vias.
 *
 * Returns: (transfer full): the vias
 */
CwCsvVias *
cw_csv_vias_new (const CwCsvReader *reader, CwDesign *design, CwEdit *edit, guint8 level)
{
  CwCsvVias *self = g_new0 (CwCsvVias, 1);

  self->reader = reader;
  self->design = design;
  self->edit = edit;
  self->level = level;
  self->pads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

/**
 * cw_csv_vias_free: (skip)
 * @self: (transfer full): vias
 *
 * Ends to add vias.
 */
void
cw_csv_vias_free (CwCsvVias *self)
{
  g_hash_table_unref (self->pads);
  g_free (self);
}

static gboolean
take_pad (const CwShape *shape, gpointer user_data)
{
  PadSearch *search = user_data;

  if (shape->role != CW_ROLE_DIE_PAD || !cw_shape_contains (shape, search->at))
    return TRUE;

  cw_shape_copy (shape, &search->pad);
  search->found = TRUE;
  return FALSE;
}

static gboolean
find_land (const CwShape *shape, gpointer user_data)
{
  PadSearch *search = user_data;

  search->found = shape->role == CW_ROLE_LAND
                  && cw_point_equal (cw_box_get_centre (cw_shape_get_bounds (shape)), search->at);
  return !search->found;
}

static gboolean
add_via (CwCsvVias *self, gsize row, const CwShape *pad, CwPoint at, CwId net, GError **error)
{
  const CwCsvOptions *options = self->reader->options;
  CwBox box = cw_shape_get_bounds (pad);
  CwCoord size = MIN (box.max.x - box.min.x, box.max.y - box.min.y);
  CwVia via = { .at = at, .net = net, .from = pad->level, .to = self->level };
  g_autoptr (GError) cause = NULL;

  via.hole = options->via_hole > 0 ? options->via_hole : size / 3 * 2;
  via.land = options->via_land > 0 ? options->via_land : size;
  if (self->n_added++ == 0)
    {
      self->hole = via.hole;
      self->land = via.land;
    }
  if (cw_edit_add_via (self->edit, &via, &cause) == CW_ID_NONE)
    return cw_csv_reader_fail (self->reader, row, -1, CW_IO_ERROR_VALUE, error, "%s",
                               cause->message);

  return TRUE;
}

static gboolean
connect_pad (CwCsvVias *self, gsize row, const CwShape *pad, CwId net, GError **error)
{
  gint64 key = (gint64) ((guint64) pad->item << 32 | pad->part);
  PadSearch land = { .at = cw_box_get_centre (cw_shape_get_bounds (pad)) };

  if (pad->net != net)
    {
      const char *name = cw_design_get_net_name (self->design, pad->net);

      if (pad->net != CW_ID_NONE)
        return cw_csv_reader_fail (self->reader, row, CW_CSV_NET, CW_IO_ERROR_REFERENCE, error,
                                   "the trace ends on a die pad of net \"%s\"", name);
      cw_csv_reader_report (self->reader, row, "the trace ends on a die pad without a net");
    }
  if (!g_hash_table_add (self->pads, g_memdup2 (&key, sizeof key)))
    return TRUE;

  cw_copper_foreach_shape (self->design, self->level, cw_box_from_points (land.at, land.at),
                           find_land, &land);
  if (land.found)
    {
      self->n_there++;
      return TRUE;
    }

  return add_via (self, row, pad, land.at, net, error);
}

/**
 * cw_csv_vias_add: (skip)
 * @self: vias
 * @row: the row of the trace's end
 * @end: where the trace ends [nm]
 * @net: its net
 * @error: return location for an error
 *
 * Adds a via where a trace ends on a die pad, unless that pad has got one already.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_vias_add (CwCsvVias *self, gsize row, CwPoint end, CwId net, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (self->design);

  for (guint level = 0; level < self->level; level++)
    {
      PadSearch search = { .at = end };
      gboolean ok = TRUE;

      if (cw_technology_get_level (technology, level)->kind != CW_LEVEL_PAD)
        continue;
      cw_copper_foreach_shape (self->design, level, cw_box_from_points (end, end), take_pad,
                               &search);
      if (search.found)
        {
          ok = connect_pad (self, row, &search.pad, net, error);
          cw_shape_clear (&search.pad);
        }
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_csv_vias_report: (skip)
 * @self: vias
 *
 * Puts on the report how many vias were added, and sizes that were guessed.
 */
void
cw_csv_vias_report (const CwCsvVias *self)
{
  const CwCsvOptions *options = self->reader->options;

  if (self->n_there > 0)
    cw_report_add (self->reader->report, 0, "die pads that have a via already: %u", self->n_there);
  if (self->n_added == 0)
    return;

  cw_report_add (self->reader->report, 0, "vias added on die pads: %u", self->n_added);
  if (options->via_hole == 0 || options->via_land == 0)
    {
      g_autofree char *hole = cw_length_format (self->hole, CW_UNIT_UM);
      g_autofree char *land = cw_length_format (self->land, CW_UNIT_UM);

      cw_report_add (self->reader->report, 0,
                     "size of vias taken from the pads, first: hole %s µm, land %s µm", hole, land);
    }
}
