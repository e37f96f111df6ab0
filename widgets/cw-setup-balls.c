/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "model/package/cw-ball-name.h"
#include "widgets/cw-setup-private.h"
#include "widgets/tool/cw-pads.h"

#define MAX_SIDE 1000

/* An array of bonding pads with their balls. */

enum
{
  COLUMNS,
  ROWS,
  N_PITCH,
  DEPTH,
  N_LAND,
  N_OPENING,
  KIND,
  DIAMETER,
  N_UBM,
  NETS,
  OTHERS,
  N_FIELDS
};

static char **
list_nets (const CwDesign *design)
{
  const char *const names[] = { _ ("None"), _ ("Nets without a bonding pad, in order"), NULL };

  return g_strdupv ((char **) names);
}

static char **
list_others (const CwDesign *design)
{
  const char *const names[] = { _ ("Take their place"), _ ("Stay"), NULL };

  return g_strdupv ((char **) names);
}

static const CwSetupField fields[] = {
  [COLUMNS] = { .label = N_ ("Columns"), .kind = CW_SETUP_DECIMAL },
  [ROWS] = { .label = N_ ("Rows"), .kind = CW_SETUP_DECIMAL },
  [N_PITCH] = { .label = N_ ("Pitch"), .kind = CW_SETUP_LENGTH },
  [DEPTH] = { .label = N_ ("Rings"),
              .kind = CW_SETUP_DECIMAL,
              .tip = N_ ("How many rings from the outside; 0 fills the middle too") },
  [N_LAND] = { .label = N_ ("Land"), .kind = CW_SETUP_LENGTH, .tip = N_ ("Diameter of the metal") },
  [N_OPENING] = { .label = N_ ("Opening"),
                  .kind = CW_SETUP_LENGTH,
                  .tip = N_ ("Diameter of the opening of the passivation; 0 for none") },
  [KIND]
  = { .label = N_ ("Bonding point"), .kind = CW_SETUP_CHOICE, .list = cw_setup_list_ball_kinds },
  [DIAMETER] = { .label = N_ ("Diameter"), .kind = CW_SETUP_LENGTH, .tip = N_ ("0 for none") },
  [N_UBM] = { .label = N_ ("Under-bump metal"),
              .kind = CW_SETUP_LENGTH,
              .tip = N_ ("Its diameter; 0 for none") },
  [NETS] = { .label = N_ ("Nets"), .kind = CW_SETUP_CHOICE, .list = list_nets },
  [OTHERS] = { .label = N_ ("Pads that are there"), .kind = CW_SETUP_CHOICE, .list = list_others },
};

static guint
get_n (CwCoord side)
{
  return side > CW_USUAL_LAND ? (guint) MIN (
             ((gint64) side - CW_USUAL_LAND - CW_USUAL_PITCH / 2) / CW_USUAL_PITCH + 1, MAX_SIDE)
                              : 1;
}

static char *
get_initial (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  const CwTechnology *technology = cw_design_get_technology (design);

  switch (field)
    {
    case COLUMNS:
      return cw_setup_dup_count (get_n (box.max.x - box.min.x));

    case ROWS:
      return cw_setup_dup_count (get_n (box.max.y - box.min.y));

    case N_PITCH:
      return cw_length_format (CW_USUAL_PITCH, unit);

    case N_LAND:
      return cw_length_format (CW_USUAL_LAND, unit);

    case N_OPENING:
      return cw_length_format (CW_USUAL_OPENING, unit);

    case DIAMETER:
      return cw_length_format (CW_USUAL_BALL, unit);

    case N_UBM:
      return cw_length_format (
          cw_technology_find_level_kind (technology, CW_LEVEL_UBM) != CW_LEVEL_NONE ? CW_USUAL_UBM
                                                                                    : 0,
          unit);

    case NETS:
      return g_strdup ("1");

    case DEPTH:
    case KIND:
    case OTHERS:
    default:
      return g_strdup ("0");
    }
}

typedef struct
{
  guint n_columns;
  guint n_rows;
  guint depth;
  guint kind;
  guint nets;
  guint others;
  CwCoord pitch;
  CwCoord land;
  CwCoord opening;
  CwCoord diameter;
  CwCoord ubm;
} Plan;

static gboolean
check_reach (const char *what, guint n, const Plan *plan, CwCoord side, GError **error)
{
  gint64 room = (gint64) side - plan->land;
  g_autofree char *length = cw_length_format_with_unit (side, CW_UNIT_MM);

  if ((gint64) (n - 1) * plan->pitch <= room)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "%s \"%u\" do not fit on the %s of the package: at most %" G_GINT64_FORMAT
               " at this pitch",
               what, n, length, room < 0 ? 0 : room / plan->pitch + 1);
  return FALSE;
}

static gboolean
parse_number (const char *const *texts, guint field, const char *what, guint min, guint max,
              guint *value, guint *wrong, GError **error)
{
  *wrong = field;
  if (!cw_setup_parse_count (texts[field], what, max, value, error))
    return FALSE;
  if (*value >= min)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s \"%u\" is less than %u", what,
               *value, min);
  return FALSE;
}

static gboolean
parse_size (const char *const *texts, guint field, const char *what, CwUnit unit, CwCoord min,
            CwCoord max, CwCoord *value, guint *wrong, GError **error)
{
  *wrong = field;
  return cw_setup_parse_length (texts[field], unit, 0, what, min, max, value, error);
}

static gboolean
parse_plan (const CwDesign *design, const char *const *texts, CwUnit unit, Plan *plan, guint *wrong,
            GError **error)
{
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  const CwTechnology *technology = cw_design_get_technology (design);

  if (!parse_number (texts, COLUMNS, "columns", 1, MAX_SIDE, &plan->n_columns, wrong, error)
      || !parse_number (texts, ROWS, "rows", 1, MAX_SIDE, &plan->n_rows, wrong, error)
      || !parse_number (texts, DEPTH, "rings", 0, MAX_SIDE, &plan->depth, wrong, error)
      || !parse_number (texts, KIND, "bonding point", 0, CW_N_BALL_KINDS - 1, &plan->kind, wrong,
                        error)
      || !parse_number (texts, NETS, "nets", 0, 1, &plan->nets, wrong, error)
      || !parse_number (texts, OTHERS, "choice", 0, 1, &plan->others, wrong, error)
      || !parse_size (texts, N_LAND, "land", unit, CW_UM, 10 * CW_MM, &plan->land, wrong, error)
      || !parse_size (texts, N_PITCH, "pitch", unit, plan->land + 1, 100 * CW_MM, &plan->pitch,
                      wrong, error)
      || !parse_size (texts, N_OPENING, "opening", unit, 0, plan->land, &plan->opening, wrong,
                      error)
      || !parse_size (texts, DIAMETER, "bonding point", unit, 0, plan->pitch - 1, &plan->diameter,
                      wrong, error)
      || !parse_size (texts, N_UBM, "under-bump metal", unit, 0, plan->pitch - 1, &plan->ubm, wrong,
                      error))
    return FALSE;

  if (plan->ubm > 0 && cw_technology_find_level_kind (technology, CW_LEVEL_UBM) == CW_LEVEL_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there is no level of under-bump metal: add one on the page Levels, or set 0");
      return FALSE;
    }
  *wrong = COLUMNS;
  if (!check_reach ("columns", plan->n_columns, plan, box.max.x - box.min.x, error))
    return FALSE;
  *wrong = ROWS;
  return check_reach ("rows", plan->n_rows, plan, box.max.y - box.min.y, error);
}

typedef struct
{
  GHashTable *padded; /* nets that have a bonding pad */
  GArray *nets;       /* of CwId: those without */
  GHashTable *names;  /* of bonding pads */
  GArray *pads;       /* of CwId */
} Survey;

static gboolean
note_pad (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;
  Survey *survey = user_data;

  g_hash_table_add (survey->padded, GUINT_TO_POINTER (pad->net));
  g_hash_table_add (survey->names, g_strdup (pad->name != NULL ? pad->name : ""));
  g_array_append_val (survey->pads, id);
  return TRUE;
}

static gboolean
note_net (CwId id, gconstpointer item, gpointer user_data)
{
  Survey *survey = user_data;

  if (!g_hash_table_contains (survey->padded, GUINT_TO_POINTER (id)))
    g_array_append_val (survey->nets, id);
  return TRUE;
}

/* FALSE when the pads that are there cannot go */
static gboolean
survey_design (CwDesign *design, CwEdit *edit, const Plan *plan, Survey *survey, GError **error)
{
  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_pad, survey);
  if (plan->others == 0)
    {
      g_hash_table_remove_all (survey->padded);
      g_hash_table_remove_all (survey->names);
      for (guint i = 0; i < survey->pads->len; i++)
        if (!cw_edit_remove (edit, g_array_index (survey->pads, CwId, i), error))
          return FALSE;
    }
  cw_design_foreach (design, CW_ITEM_NET, note_net, survey);

  return TRUE;
}

static gboolean
is_inner (const Plan *plan, guint row, guint column)
{
  return plan->depth > 0 && row >= plan->depth && column >= plan->depth
         && row + plan->depth < plan->n_rows && column + plan->depth < plan->n_columns;
}

static gboolean
add_pads (CwDesign *design, CwEdit *edit, const Plan *plan, Survey *survey, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint n_wiring = cw_technology_get_n_wiring_levels (technology);
  CwPoint c = cw_box_get_centre (cw_path_get_bounds (cw_design_get_outline (design), TRUE));
  CwBondingPad pad
      = { .land = { CW_PAD_ROUND, plan->land, plan->land },
          .opening = { CW_PAD_ROUND, plan->opening, plan->opening },
          .ubm = { CW_PAD_ROUND, plan->ubm, plan->ubm },
          .ball = { (CwBallKind) plan->kind, plan->diameter },
          .level = (guint8) cw_technology_get_wiring_level (technology, n_wiring - 1) };
  guint n = 0;

  for (guint row = 0; row < plan->n_rows; row++)
    for (guint column = 0; column < plan->n_columns; column++)
      {
        g_autofree char *name = cw_ball_name_new (row, column);
        CwId id;

        if (is_inner (plan, row, column))
          continue;
        if (g_hash_table_contains (survey->names, name))
          {
            g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE,
                         "there is a bonding pad \"%s\" already", name);
            return FALSE;
          }
        pad.at = CW_POINT (
            c.x
                + (CwCoord) ((gint64) plan->pitch * (2 * (gint64) column - plan->n_columns + 1)
                             / 2),
            c.y - (CwCoord) ((gint64) plan->pitch * (2 * (gint64) row - plan->n_rows + 1) / 2));
        pad.net = plan->nets == 1 && n < survey->nets->len ? g_array_index (survey->nets, CwId, n)
                                                           : CW_ID_NONE;
        n++;
        pad.name = g_ref_string_new (name);
        id = cw_edit_add_bonding_pad (edit, &pad, error);
        g_ref_string_release (pad.name);
        if (id == CW_ID_NONE)
          return FALSE;
      }

  return TRUE;
}

static CwDesign *
make_array (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
            GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GHashTable) padded = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  g_autoptr (GArray) pads = g_array_new (FALSE, FALSE, sizeof (CwId));
  Survey survey = { padded, nets, names, pads };
  Plan plan;

  if (!parse_plan (design, texts, unit, &plan, wrong, error))
    return NULL;
  *wrong = OTHERS;
  if (!survey_design (design, edit, &plan, &survey, error)
      || !add_pads (design, edit, &plan, &survey, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static const CwSetupField table_fields[] = {
  { .label = N_ ("Ball, net"),
    .kind = CW_SETUP_BLOCK,
    .tip
    = N_ ("A ball and its net on each line, with a comma, a semicolon or a tab between them; no "
          "net takes it away") },
};

static char *
get_empty (const CwDesign *design, guint32 key, guint field, CwUnit unit)
{
  return g_strdup ("");
}

typedef struct
{
  GHashTable *ids; /* by name */
} Names;

static gboolean
note_name (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;

  if (pad->name != NULL && *pad->name != '\0')
    g_hash_table_insert (((Names *) user_data)->ids, pad->name, GUINT_TO_POINTER (id));
  return TRUE;
}

static gboolean
set_line (CwDesign *design, CwEdit *edit, GHashTable *ids, const char *line, GError **error)
{
  g_autofree char *ball = NULL;
  g_autofree char *net = NULL;
  CwBondingPad pad;
  CwId id;

  if (!cw_setup_split_line (line, &ball, &net))
    return TRUE;
  id = GPOINTER_TO_UINT (g_hash_table_lookup (ids, ball));
  if (id == CW_ID_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no ball \"%s\"",
                   ball);
      return FALSE;
    }
  pad = *cw_design_get_bonding_pad (design, id);

  return cw_setup_find_or_add_net (edit, net, &pad.net, error)
         && cw_edit_set_bonding_pad (edit, id, &pad, error);
}

static CwDesign *
make_table (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit, guint *wrong,
            GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = g_strsplit (texts[0], "\n", -1);
  Names names = { ids };

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_name, &names);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!set_line (design, edit, ids, lines[i], error))
      {
        g_prefix_error (error, "line %u: ", i + 1);
        return NULL;
      }

  return cw_edit_finish (edit, NULL);
}

static const CwSetupMaker array_maker = {
  .title = N_ ("Array of bonding pads"),
  .label = N_ ("Make bonding pads"),
  .note
  = N_ ("On the outermost wiring level, about the middle of the package, named A1, A2 … from the "
        "upper left."),
  .fields = fields,
  .n_fields = N_FIELDS,
  .get = get_initial,
  .make = make_array,
};
static const CwSetupMaker table_maker = {
  .title = N_ ("Nets of the bonding pads"),
  .label = N_ ("Set nets of bonding pads"),
  .note
  = N_ ("Type or paste; balls that are not named keep their nets, nets that are not there are "
        "added."),
  .fields = table_fields,
  .n_fields = G_N_ELEMENTS (table_fields),
  .get = get_empty,
  .make = make_table,
};
static const CwSetupMaker *const makers[] = { &array_maker, &table_maker };

const CwSetupInfo cw_setup_balls = {
  .title = N_ ("Balls"),
  .makers = makers,
  .n_makers = G_N_ELEMENTS (makers),
};
