/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/base/cw-error.h"
#include "widgets/cw-setup-private.h"

#define MAX_SIDE 1000

/* Pads of a die type in a ring or a grid. */

enum
{
  PATTERN,
  COLUMNS,
  ROWS,
  PITCH,
  SIZE,
  INSET,
  FORM,
};

static char **
list_patterns (const CwDesign *design)
{
  const char *const names[] = { _ ("Ring along the edge"), _ ("Grid"), NULL };

  return g_strdupv ((char **) names);
}

static const CwSetupField fields[] = {
  { .label = N_ ("Arrangement"), .kind = CW_SETUP_CHOICE, .list = list_patterns },
  { .label = N_ ("Columns"),
    .kind = CW_SETUP_DECIMAL,
    .tip = N_ ("Pads along the upper and the lower edge, or columns of the grid") },
  { .label = N_ ("Rows"),
    .kind = CW_SETUP_DECIMAL,
    .tip = N_ ("Pads along the left and the right edge, or rows of the grid") },
  { .label = N_ ("Pitch"), .kind = CW_SETUP_LENGTH },
  { .label = N_ ("Size"), .kind = CW_SETUP_LENGTH },
  { .label = N_ ("From the edge"),
    .kind = CW_SETUP_LENGTH,
    .tip = N_ ("From the edge of the die to the centres of the pads of a ring") },
  { .label = N_ ("Form"), .kind = CW_SETUP_CHOICE, .list = cw_setup_list_forms },
};

static char *
get_initial (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  switch (field)
    {
    case COLUMNS:
    case ROWS:
      return g_strdup ("5");

    case PITCH:
      return cw_length_format (300 * CW_UM, unit);

    case SIZE:
      return cw_length_format (60 * CW_UM, unit);

    case INSET:
      return cw_length_format (150 * CW_UM, unit);

    case FORM:
      return cw_setup_dup_count (CW_PAD_RECTANGLE);

    case PATTERN:
    default:
      return g_strdup ("0");
    }
}

static void
add_pad (GArray *pads, CwCoord x, CwCoord y, CwCoord size, CwPadFormKind form)
{
  g_autofree char *name = cw_setup_dup_count (pads->len + 1);
  CwPad pad = { g_ref_string_new (name), CW_POINT (x, y), { form, size, size } };

  g_array_append_val (pads, pad);
}

static CwPads *
finish (GArray *pads)
{
  CwPads *made = cw_pads_new ((const CwPad *) (gpointer) pads->data, pads->len);

  for (guint i = 0; i < pads->len; i++)
    g_ref_string_release (g_array_index (pads, CwPad, i).name);
  g_array_unref (pads);

  return made;
}

/* the i-th of n centred places */
static CwCoord
get_place (guint i, guint n, CwCoord pitch)
{
  return (CwCoord) ((gint64) pitch * (2 * (gint64) i - (gint64) n + 1) / 2);
}

/**
 * cw_setup_new_ring:
 * @body: body of the die [nm]
 * @n_columns: pads along the lower and the upper edge
 * @n_rows: pads along the left and the right edge
 * @pitch: distance of the centres [nm]
 * @size: size of a pad [nm]
 * @inset: from the edge to the centres [nm]
 * @form: form of a pad
 *
 * Makes pads along the edges, numbered from 1 at the upper left and on counterclockwise.
 *
 * Returns: (transfer full): the pads
 */
CwPads *
cw_setup_new_ring (CwBox body, guint n_columns, guint n_rows, CwCoord pitch, CwCoord size,
                   CwCoord inset, CwPadFormKind form)
{
  GArray *pads = g_array_new (FALSE, FALSE, sizeof (CwPad));
  CwPoint c = cw_box_get_centre (body);

  for (guint i = 0; i < n_rows; i++)
    add_pad (pads, body.min.x + inset, c.y - get_place (i, n_rows, pitch), size, form);
  for (guint i = 0; i < n_columns; i++)
    add_pad (pads, c.x + get_place (i, n_columns, pitch), body.min.y + inset, size, form);
  for (guint i = 0; i < n_rows; i++)
    add_pad (pads, body.max.x - inset, c.y + get_place (i, n_rows, pitch), size, form);
  for (guint i = 0; i < n_columns; i++)
    add_pad (pads, c.x - get_place (i, n_columns, pitch), body.max.y - inset, size, form);

  return finish (pads);
}

static CwPads *
new_grid (CwBox body, guint n_columns, guint n_rows, CwCoord pitch, CwCoord size,
          CwPadFormKind form)
{
  GArray *pads = g_array_new (FALSE, FALSE, sizeof (CwPad));
  CwPoint c = cw_box_get_centre (body);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      add_pad (pads, c.x + get_place (column, n_columns, pitch),
               c.y - get_place (row, n_rows, pitch), size, form);

  return finish (pads);
}

/* whether so many pads fit along a side, of which @taken is taken at both ends */
static gboolean
check_side (const char *what, guint n, CwCoord pitch, CwCoord size, CwCoord side, CwCoord taken,
            GError **error)
{
  gint64 room = (gint64) side - 2 * (gint64) taken - size;
  g_autofree char *length = cw_length_format_with_unit (side, CW_UNIT_UM);

  if (n == 0 || (gint64) (n - 1) * pitch <= room)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "%s \"%u\" do not fit on a side of %s: at most %" G_GINT64_FORMAT " at this pitch",
               what, n, length, room < 0 ? 0 : room / pitch + 1);
  return FALSE;
}

typedef struct
{
  guint pattern;
  guint n_columns;
  guint n_rows;
  guint form;
  CwCoord pitch;
  CwCoord size;
  CwCoord inset;
} Plan;

static gboolean
parse_plan (const char *const *texts, CwUnit unit, CwBox body, Plan *plan, guint *wrong,
            GError **error)
{
  CwCoord side = MIN (body.max.x - body.min.x, body.max.y - body.min.y);

  *wrong = PATTERN;
  if (!cw_setup_parse_count (texts[PATTERN], "arrangement", 1, &plan->pattern, error))
    return FALSE;
  *wrong = FORM;
  if (!cw_setup_parse_count (texts[FORM], "form", CW_N_PAD_FORM_KINDS - 1, &plan->form, error))
    return FALSE;
  *wrong = COLUMNS;
  if (!cw_setup_parse_count (texts[COLUMNS], "columns", MAX_SIDE, &plan->n_columns, error))
    return FALSE;
  *wrong = ROWS;
  if (!cw_setup_parse_count (texts[ROWS], "rows", MAX_SIDE, &plan->n_rows, error))
    return FALSE;
  *wrong = SIZE;
  if (!cw_setup_parse_length (texts[SIZE], unit, 0, "pad size", CW_UM, side, &plan->size, error))
    return FALSE;
  *wrong = PITCH;
  if (!cw_setup_parse_length (texts[PITCH], unit, 0, "pitch", plan->size + 1, 100 * CW_MM,
                              &plan->pitch, error))
    return FALSE;
  *wrong = INSET;
  return cw_setup_parse_length (texts[INSET], unit, 0, "distance from the edge",
                                (plan->size + 1) / 2, side / 2, &plan->inset, error);
}

static CwDesign *
make_pads (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
           GError **error)
{
  const CwDieType *old = cw_design_get_die_type (design, key);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwPads) pads = NULL;
  CwDieType type;
  CwCoord taken;
  Plan plan;

  *wrong = PATTERN;
  if (old == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "choose a die type first");
      return NULL;
    }
  if (!parse_plan (texts, unit, old->body, &plan, wrong, error))
    return NULL;

  taken
      = plan.pattern == 0 && plan.n_rows > 0 && plan.n_columns > 0 ? plan.inset + plan.size / 2 : 0;
  *wrong = COLUMNS;
  if (!check_side ("columns", plan.n_columns, plan.pitch, plan.size,
                   old->body.max.x - old->body.min.x, taken, error))
    return NULL;
  *wrong = ROWS;
  if (!check_side ("rows", plan.n_rows, plan.pitch, plan.size, old->body.max.y - old->body.min.y,
                   taken, error))
    return NULL;

  type = *old;
  pads = plan.pattern == 0 ? cw_setup_new_ring (old->body, plan.n_columns, plan.n_rows, plan.pitch,
                                                plan.size, plan.inset, (CwPadFormKind) plan.form)
                           : new_grid (old->body, plan.n_columns, plan.n_rows, plan.pitch,
                                       plan.size, (CwPadFormKind) plan.form);
  type.pads = pads;

  return cw_edit_set_die_type (edit, key, &type, error) ? cw_edit_finish (edit, NULL) : NULL;
}

const CwSetupMaker cw_setup_pads_maker = {
  .title = N_ ("Pads of the die type"),
  .label = N_ ("Make pads"),
  .note = N_ ("Takes the place of the pads it has; a pad of the same number keeps its net."),
  .needs_key = TRUE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .get = get_initial,
  .make = make_pads,
};
