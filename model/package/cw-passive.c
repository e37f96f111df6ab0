/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive.h"

#include <string.h>

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

static const char *const kinds[]
    = { "resistor", "inductor", "capacitor", "wave-guide", "filter", "mems" };
static const char *const forms[]
    = { "bar",      "meander",      "square-spiral", "octagon-spiral", "round-spiral",
        "plates",   "interdigital", "microstrip",    "coplanar",       "stripline",
        "low-pass", "hairpin",      "sensor" };
static const char *const parameters[]
    = { "width", "space", "length", "height", "inner", "ground", "count", "keep-out" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CW_N_PASSIVE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (forms) == CW_N_PASSIVE_FORMS);
G_STATIC_ASSERT (G_N_ELEMENTS (parameters) == CW_N_PASSIVE_PARAMETERS);

#define W (1u << CW_PARAMETER_WIDTH)
#define S (1u << CW_PARAMETER_SPACE)
#define L (1u << CW_PARAMETER_LENGTH)
#define H (1u << CW_PARAMETER_HEIGHT)
#define I (1u << CW_PARAMETER_INNER)
#define G (1u << CW_PARAMETER_GROUND)
#define N (1u << CW_PARAMETER_COUNT)
#define K (1u << CW_PARAMETER_KEEP_OUT)

/* what there is to know of a form */
static const struct
{
  CwPassiveKind kind;
  guint32 n_terminals;
  guint uses;
} form_table[CW_N_PASSIVE_FORMS] = {
  [CW_FORM_BAR] = { CW_PASSIVE_RESISTOR, 2, W | L | K },
  [CW_FORM_MEANDER] = { CW_PASSIVE_RESISTOR, 2, W | S | L | N | K },
  [CW_FORM_SQUARE_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K },
  [CW_FORM_OCTAGON_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K },
  [CW_FORM_ROUND_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K },
  [CW_FORM_PLATES] = { CW_PASSIVE_CAPACITOR, 2, L | H | K },
  [CW_FORM_INTERDIGITAL] = { CW_PASSIVE_CAPACITOR, 2, W | S | L | N | K },
  [CW_FORM_MICROSTRIP] = { CW_PASSIVE_WAVE_GUIDE, 3, W | L | G | K },
  [CW_FORM_COPLANAR] = { CW_PASSIVE_WAVE_GUIDE, 3, W | S | L | G | K },
  [CW_FORM_STRIPLINE] = { CW_PASSIVE_WAVE_GUIDE, 3, W | L | G | K },
  [CW_FORM_LOW_PASS] = { CW_PASSIVE_FILTER, 3, W | S | I | N | L | H | K },
  [CW_FORM_HAIRPIN] = { CW_PASSIVE_FILTER, 2, W | S | L | N | K },
  [CW_FORM_SENSOR] = { CW_PASSIVE_MEMS, 2, W | L | H | I | K },
};

#undef W
#undef S
#undef L
#undef H
#undef I
#undef G
#undef N
#undef K

static void
passive_hold (gpointer item)
{
  CwPassive *passive = item;

  g_ref_string_acquire (passive->name);
  if (passive->nets != NULL)
    cw_nets_ref (passive->nets);
}

static void
passive_drop (gpointer item)
{
  CwPassive *passive = item;

  g_clear_pointer (&passive->name, g_ref_string_release);
  g_clear_pointer (&passive->nets, cw_nets_unref);
}

static gboolean
is_any_net (const CwNets *nets)
{
  for (guint32 i = 0; nets != NULL && i < nets->n_nets; i++)
    if (nets->nets[i] != CW_ID_NONE)
      return TRUE;

  return FALSE;
}

/* without nets is like a net of none for each terminal */
static gboolean
nets_equal (const CwNets *a, const CwNets *b)
{
  if (a == NULL || b == NULL)
    return is_any_net (a) == is_any_net (b);

  return cw_nets_equal (a, b);
}

static gboolean
passive_equal (gconstpointer a, gconstpointer b)
{
  const CwPassive *one = a;
  const CwPassive *other = b;

  return strcmp (one->name, other->name) == 0 && cw_point_equal (one->at, other->at)
         && one->angle == other->angle && one->form == other->form && one->mirror == other->mirror
         && one->level == other->level && one->other_level == other->other_level
         && one->top_level == other->top_level && one->flags == other->flags
         && memcmp (one->values, other->values, sizeof one->values) == 0
         && nets_equal (one->nets, other->nets);
}

static gboolean
passive_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwPassive *passive = item;

  return cw_validate_string ("passive device name", passive->name, CW_NAME_MAX, FALSE, error)
         && cw_validate_number ("passive device form", passive->form, CW_N_PASSIVE_FORMS - 1, error)
         && cw_validate_point ("passive device position", passive->at, error)
         && cw_validate_angle ("passive device angle", passive->angle, error)
         && cw_validate_level ("passive device level", context->technology, passive->level,
                               CW_LEVEL_WIRING, error)
         && cw_validate_number ("passive device flags", passive->flags, CW_ITEM_LOCKED, error);
}

static gconstpointer
passive_get_nets (gconstpointer item)
{
  return ((const CwPassive *) item)->nets;
}

static void
passive_transform (gpointer item, const CwTransform *transform)
{
  CwPassive *passive = item;
  CwTransform before = cw_passive_get_transform (passive);
  CwTransform after = cw_transform_compose (&before, transform);

  passive->at = after.offset;
  passive->angle = after.angle;
  passive->mirror = (guint8) after.mirror;
}

static guint8
passive_get_flags (gconstpointer item)
{
  return ((const CwPassive *) item)->flags;
}

static GRefString *
passive_get_name (gconstpointer item)
{
  return ((const CwPassive *) item)->name;
}

/**
 * cw_passive_get_transform:
 * @self: a passive device
 *
 * Returns: the transform from the frame of the device to the plan
 */
CwTransform
cw_passive_get_transform (const CwPassive *self)
{
  return (CwTransform){ self->at, self->angle, self->mirror };
}

/**
 * cw_passive_form_get_kind:
 * @form: a form
 *
 * Returns: what a device of that form is
 */
CwPassiveKind
cw_passive_form_get_kind (CwPassiveForm form)
{
  g_return_val_if_fail ((guint) form < CW_N_PASSIVE_FORMS, CW_PASSIVE_RESISTOR);

  return form_table[form].kind;
}

/**
 * cw_passive_form_get_n_terminals:
 * @form: a form
 *
 * Returns: how many terminals a device of that form has
 */
guint32
cw_passive_form_get_n_terminals (CwPassiveForm form)
{
  g_return_val_if_fail ((guint) form < CW_N_PASSIVE_FORMS, 0);

  return form_table[form].n_terminals;
}

/**
 * cw_passive_form_uses:
 * @form: a form
 * @parameter: a parameter
 *
 * Returns: whether the form has the parameter
 */
gboolean
cw_passive_form_uses (CwPassiveForm form, CwPassiveParameter parameter)
{
  g_return_val_if_fail ((guint) form < CW_N_PASSIVE_FORMS, FALSE);

  return (form_table[form].uses >> parameter & 1) != 0;
}

/**
 * cw_passive_kind_get_name:
 * @kind: what a device is
 *
 * Returns: its name in files
 */
const char *
cw_passive_kind_get_name (CwPassiveKind kind)
{
  return cw_names_get (kinds, G_N_ELEMENTS (kinds), kind);
}

/**
 * cw_passive_form_get_name:
 * @form: how a device is drawn
 *
 * Returns: its name in files
 */
const char *
cw_passive_form_get_name (CwPassiveForm form)
{
  return cw_names_get (forms, G_N_ELEMENTS (forms), form);
}

/**
 * cw_passive_form_parse:
 * @text: (nullable): a name as a file has it
 * @form: (out): return location for the form
 *
 * Returns: whether @text names one
 */
gboolean
cw_passive_form_parse (const char *text, CwPassiveForm *form)
{
  guint value;

  if (!cw_names_find (forms, G_N_ELEMENTS (forms), text, &value))
    return FALSE;

  *form = (CwPassiveForm) value;
  return TRUE;
}

/**
 * cw_passive_parameter_get_name:
 * @parameter: a parameter
 *
 * Returns: its name in files
 */
const char *
cw_passive_parameter_get_name (CwPassiveParameter parameter)
{
  return cw_names_get (parameters, G_N_ELEMENTS (parameters), parameter);
}

static gboolean
passive_map_levels (gpointer item, const guint8 *map)
{
  CwPassive *passive = item;

  return cw_item_map_level (&passive->level, map) && cw_item_map_level (&passive->other_level, map)
         && cw_item_map_level (&passive->top_level, map);
}

const CwItemClass cw_passive_class = {
  .kind = CW_ITEM_PASSIVE,
  .name = "passive",
  .table = { .size = sizeof (CwPassive),
             .hold = passive_hold,
             .drop = passive_drop,
             .equal = passive_equal },
  .validate = passive_validate,
  .get_name = passive_get_name,
  .has_unique_name = TRUE,
  .get_nets = passive_get_nets,
  .transform = passive_transform,
  .map_levels = passive_map_levels,
  .get_flags = passive_get_flags,
};
