/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-base.h"
#include "io/csv/cw-csv-import.h"

/* around the outermost pads when the size of the die is not given [nm] */
#define GUESSED_MARGIN (50 * CW_UM)

static const CwCsvFieldUse uses[] = {
  { CW_CSV_NAME,
    TRUE,
    FALSE,
    { "pad", "pad_name", "pad_number", "name", "number", "pin", "pin_number", "pin_name", "bump",
      "id" } },
  { CW_CSV_X, TRUE, TRUE, { "x", "x_coord", "center_x", "centre_x", "pos_x", "x_center" } },
  { CW_CSV_Y, TRUE, TRUE, { "y", "y_coord", "center_y", "centre_y", "pos_y", "y_center" } },
  { CW_CSV_SIZE, FALSE, TRUE, { "size", "opening", "pad_size", "pad_opening" } },
  { CW_CSV_WIDTH, FALSE, TRUE, { "width", "w", "size_x", "x_size", "dx", "pad_width" } },
  { CW_CSV_HEIGHT, FALSE, TRUE, { "height", "h", "size_y", "y_size", "dy", "pad_height" } },
  { CW_CSV_DIAMETER, FALSE, TRUE, { "diameter", "dia", "d", "pad_diameter" } },
  { CW_CSV_NET, FALSE, FALSE, { "net", "net_name", "netname", "signal", "signal_name" } },
};

typedef struct
{
  CwCsvReader *reader;
  GArray *pads;      /* of CwPad; their names are held by texts */
  GPtrArray *texts;  /* of GRefString */
  GHashTable *names; /* name -> row + 1 */
  GHashTable *places;
  CwBox bounds;
} PadTable;

static gint64
hash_place (CwPoint p)
{
  return (gint64) (((guint64) (guint32) p.x << 32) | (guint32) p.y);
}

static gboolean
check_pad (PadTable *self, gsize row, const char *name, CwPoint at, GError **error)
{
  gint64 place = hash_place (at);
  gpointer other;

  if (g_hash_table_lookup_extended (self->names, name, NULL, &other))
    return cw_csv_reader_fail (
        self->reader, row, CW_CSV_NAME, CW_IO_ERROR_REFERENCE, error,
        "pad \"%s\" is in line %u already", name,
        cw_csv_table_get_line (self->reader->table, GPOINTER_TO_SIZE (other)));
  if (g_hash_table_lookup_extended (self->places, &place, NULL, &other))
    return cw_csv_reader_fail (
        self->reader, row, CW_CSV_X, CW_IO_ERROR_VALUE, error, "pad \"%s\" lies on that of line %u",
        name, cw_csv_table_get_line (self->reader->table, GPOINTER_TO_SIZE (other)));

  g_hash_table_insert (self->names, (gpointer) name, GSIZE_TO_POINTER (row));
  g_hash_table_insert (self->places, g_memdup2 (&place, sizeof place), GSIZE_TO_POINTER (row));
  return TRUE;
}

static gboolean
read_pad (PadTable *self, gsize row, GError **error)
{
  CwCsvReader *reader = self->reader;
  CwPad pad = { .form = reader->options->pad };
  const char *name;
  CwBox box;

  if (!cw_csv_reader_get_name (reader, row, CW_CSV_NAME, &name, error)
      || !cw_csv_reader_get_point (reader, row, &pad.at, error)
      || !cw_csv_reader_get_form (reader, row, &pad.form, error)
      || !check_pad (self, row, name, pad.at, error))
    return FALSE;
  if (pad.form.width == 0)
    return cw_csv_reader_fail (reader, row, -1, CW_IO_ERROR_VALUE, error,
                               "there is no column for the size, and no size is given");

  pad.name = g_ref_string_new (name);
  g_ptr_array_add (self->texts, pad.name);
  g_array_append_val (self->pads, pad);

  box.min.x = cw_coord_saturate ((gint64) pad.at.x - pad.form.width / 2);
  box.min.y = cw_coord_saturate ((gint64) pad.at.y - pad.form.height / 2);
  box.max.x = cw_coord_saturate ((gint64) pad.at.x + pad.form.width / 2);
  box.max.y = cw_coord_saturate ((gint64) pad.at.y + pad.form.height / 2);
  self->bounds = cw_box_union (self->bounds, box);
  return TRUE;
}

static void
report_body (const CwCsvReader *reader, CwBox body)
{
  g_autofree char *width = cw_length_format ((gint64) body.max.x - body.min.x, CW_UNIT_UM);
  g_autofree char *height = cw_length_format ((gint64) body.max.y - body.min.y, CW_UNIT_UM);

  cw_report_add (reader->report, 0, "die size taken around the pads: %s x %s µm", width, height);
}

/* the body of the die in the frame of the pads */
static CwBox
find_body (const PadTable *self, const CwDieType *known)
{
  const CwCsvOptions *options = self->reader->options;
  CwPoint size = options->die_size;
  CwCsvOrigin origin = options->die_origin;

  if (size.x == 0 && known != NULL)
    return known->body;

  if (size.x == 0)
    {
      CwBox body = cw_box_grow (self->bounds, GUESSED_MARGIN);

      report_body (self->reader, body);
      return body;
    }

  if (origin == CW_CSV_ORIGIN_AUTO)
    {
      origin = self->bounds.min.x < 0 || self->bounds.min.y < 0 ? CW_CSV_ORIGIN_CENTRE
                                                                : CW_CSV_ORIGIN_CORNER;
      cw_report_add (self->reader->report, 0, "pad coordinates taken from the %s of the die",
                     origin == CW_CSV_ORIGIN_CENTRE ? "centre" : "lower left corner");
    }

  if (origin == CW_CSV_ORIGIN_CORNER)
    return CW_BOX (0, 0, size.x, size.y);

  return CW_BOX (-(size.x / 2), -(size.y / 2), size.x - size.x / 2, size.y - size.y / 2);
}

static CwCoord
find_thickness (const PadTable *self, const CwDesign *design, const CwDieType *known)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint level = cw_technology_find_level_kind (technology, CW_LEVEL_DIE);
  const CwLevel *below;
  CwCoord thickness;

  if (self->reader->options->die_thickness > 0)
    return self->reader->options->die_thickness;
  if (known != NULL)
    return known->thickness;

  if (level == CW_LEVEL_NONE)
    return 0;

  /* what the adhesive leaves of the height up to the active surface */
  below = level > 0 ? cw_technology_get_level (technology, level - 1) : NULL;
  thickness = cw_technology_get_level (technology, level)->thickness;
  if (below != NULL && below->kind == CW_LEVEL_ADHESIVE)
    thickness -= below->thickness;
  return MAX (thickness, 1);
}

/* makes the die type, or gives the one of that name the pads of the table */
static CwId
put_type (const PadTable *self, CwDesign *design, CwEdit *edit, const char *name, CwBox body,
          GError **error)
{
  CwId id = cw_design_find (design, CW_ITEM_DIE_TYPE, name);
  const CwDieType *known = id != CW_ID_NONE ? cw_design_get_die_type (design, id) : NULL;
  g_autoptr (CwPads) pads = cw_pads_new ((const CwPad *) self->pads->data, self->pads->len);
  g_autoptr (GRefString) text = g_ref_string_new (name);
  g_autoptr (GRefString) function = g_ref_string_new (known != NULL ? known->function : "");
  CwDieType type = { .name = text,
                     .function = function,
                     .pads = pads,
                     .body = body,
                     .thickness = find_thickness (self, design, known) };
  g_autoptr (GError) cause = NULL;

  if (!cw_box_contains_box (type.body, self->bounds))
    cw_report_add (self->reader->report, 0, "pads reach beyond the die");

  if (known != NULL)
    id = cw_edit_set_die_type (edit, id, &type, &cause) ? id : CW_ID_NONE;
  else
    id = cw_edit_add_die_type (edit, &type, &cause);
  if (id == CW_ID_NONE)
    cw_csv_reader_fail (self->reader, 0, -1, CW_IO_ERROR_VALUE, error, "%s", cause->message);

  return id;
}

/* the nets of a die that is of another type from now on: those of the pads of the same name */
static CwNets *
map_nets (const PadTable *self, const CwDesign *design, const CwDie *die)
{
  const CwDieType *before = cw_design_get_die_type (design, die->type);
  g_autofree CwId *mapped = g_new0 (CwId, MAX (self->pads->len, 1));

  for (guint32 i = 0; i < before->pads->n_pads; i++)
    {
      gpointer row;

      if (g_hash_table_lookup_extended (self->names, before->pads->pads[i].name, NULL, &row))
        mapped[GPOINTER_TO_SIZE (row) - self->reader->first] = die->nets->nets[i];
    }

  return cw_nets_new (mapped, self->pads->len);
}

/* the nets of the table */
static CwNets *
read_nets (const PadTable *self, CwEdit *edit, GError **error)
{
  g_autofree CwId *nets = g_new0 (CwId, MAX (self->pads->len, 1));
  guint n_without = 0;

  for (guint i = 0; i < self->pads->len; i++)
    {
      if (!cw_csv_reader_get_net (self->reader, self->reader->first + i, edit, &nets[i], error))
        return NULL;
      n_without += nets[i] == CW_ID_NONE;
    }
  if (n_without > 0)
    cw_report_add (self->reader->report, 0, "pads without a net: %u", n_without);

  return cw_nets_new (nets, self->pads->len);
}

/* places the die, or gives the one of that name the nets of the table */
static gboolean
put_die (const PadTable *self, CwDesign *design, CwEdit *edit, CwId type, CwId found,
         GError **error)
{
  const CwCsvOptions *options = self->reader->options;
  const char *name = options->die != NULL ? options->die : "U1";
  g_autoptr (GRefString) text = g_ref_string_new (name);
  g_autoptr (GError) cause = NULL;
  g_autoptr (CwNets) nets = NULL;
  CwDie die = { .name = text };

  if (found != CW_ID_NONE)
    die = *cw_design_get_die (design, found);
  if (cw_csv_reader_has (self->reader, CW_CSV_NET) || found == CW_ID_NONE)
    nets = read_nets (self, edit, error);
  else if (die.type != type)
    nets = map_nets (self, design, &die);
  else
    nets = cw_nets_ref (((const CwDie *) cw_edit_get_item (edit, found))->nets);
  if (nets == NULL)
    return FALSE;

  if (found == CW_ID_NONE || options->die_placed)
    {
      die.at = options->die_at;
      die.angle = options->die_angle;
      die.mirror = options->die_mirror;
    }
  die.type = type;
  die.nets = nets;
  if (found != CW_ID_NONE ? !cw_edit_set_die (edit, found, &die, &cause)
                          : cw_edit_add_die (edit, &die, &cause) == CW_ID_NONE)
    return cw_csv_reader_fail (self->reader, 0, -1, CW_IO_ERROR_VALUE, error, "%s", cause->message);

  return TRUE;
}

static CwDesign *
import (PadTable *self, CwDesign *base, GError **error)
{
  const CwCsvOptions *options = self->reader->options;
  const char *die = options->die != NULL ? options->die : "U1";
  const char *type_name = options->die_type != NULL ? options->die_type : die;
  CwTransform place = { options->die_at, options->die_angle, options->die_mirror };
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwEdit) edit = NULL;
  const CwDieType *known = NULL;
  CwBox body;
  CwId type;
  CwId found;

  for (gsize row = self->reader->first; row < cw_csv_table_get_n_rows (self->reader->table); row++)
    {
      if (!read_pad (self, row, error))
        return NULL;
    }

  if (base != NULL)
    {
      type = cw_design_find (base, CW_ITEM_DIE_TYPE, type_name);
      known = type != CW_ID_NONE ? cw_design_get_die_type (base, type) : NULL;
    }
  body = find_body (self, known);
  design = cw_csv_base_new (base, self->reader, cw_transform_box (&place, body), error);
  if (design == NULL)
    return NULL;

  found = cw_design_find (design, CW_ITEM_DIE, die);
  edit = cw_edit_new (design);
  type = put_type (self, design, edit, type_name, body, error);
  if (type == CW_ID_NONE || !put_die (self, design, edit, type, found, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_csv_import_pads:
 * @base: (nullable): the design that the die goes into; a new one is made when %NULL
 * @bytes: the table
 * @name: its name for messages
 * @options: how to read it, and name, type, size and place of the die
 * @report: (nullable): what was guessed or skipped goes here
 * @error: return location for an error
 *
 * Imports the pads of a die: a row for each with its name, centre, size and net. Makes
 * the die type and places one, or updates those of the same names; nets are added on demand.
 *
 * Returns: (transfer full) (nullable): the next design, or %NULL with an error
 *   `name:line: what`
 */
CwDesign *
cw_csv_import_pads (CwDesign *base, GBytes *bytes, const char *name, const CwCsvOptions *options,
                    CwReport *report, GError **error)
{
  g_autoptr (CwCsvReader) reader = NULL;
  g_autoptr (GArray) pads = g_array_new (FALSE, FALSE, sizeof (CwPad));
  g_autoptr (GPtrArray) texts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PadTable table
      = { .pads = pads, .texts = texts, .names = names, .places = places, .bounds = CW_BOX_EMPTY };

  g_return_val_if_fail (bytes != NULL && name != NULL && options != NULL, NULL);

  reader = cw_csv_reader_new (bytes, name, options, uses, G_N_ELEMENTS (uses), report, error);
  if (reader == NULL)
    return NULL;

  table.reader = reader;
  return import (&table, base, error);
}
