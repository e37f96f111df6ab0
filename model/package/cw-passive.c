/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive.h"

#include <string.h>

#include "model/package/cw-names.h"
#include "model/package/cw-passive-private.h"
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
  void (*draw) (CwPassiveDraw *draw);
} form_table[CW_N_PASSIVE_FORMS] = {
  [CW_FORM_BAR] = { CW_PASSIVE_RESISTOR, 2, W | L | K, cw_passive_draw_resistor },
  [CW_FORM_MEANDER] = { CW_PASSIVE_RESISTOR, 2, W | S | L | N | K, cw_passive_draw_resistor },
  [CW_FORM_SQUARE_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K, cw_passive_draw_spiral },
  [CW_FORM_OCTAGON_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K, cw_passive_draw_spiral },
  [CW_FORM_ROUND_SPIRAL] = { CW_PASSIVE_INDUCTOR, 2, W | S | I | N | K, cw_passive_draw_spiral },
  [CW_FORM_PLATES] = { CW_PASSIVE_CAPACITOR, 2, L | H | K, cw_passive_draw_plates },
  [CW_FORM_INTERDIGITAL]
  = { CW_PASSIVE_CAPACITOR, 2, W | S | L | N | K, cw_passive_draw_interdigital },
  [CW_FORM_MICROSTRIP] = { CW_PASSIVE_WAVE_GUIDE, 3, W | L | G | K, cw_passive_draw_guide },
  [CW_FORM_COPLANAR] = { CW_PASSIVE_WAVE_GUIDE, 3, W | S | L | G | K, cw_passive_draw_guide },
  [CW_FORM_STRIPLINE] = { CW_PASSIVE_WAVE_GUIDE, 3, W | L | G | K, cw_passive_draw_guide },
  [CW_FORM_LOW_PASS]
  = { CW_PASSIVE_FILTER, 3, W | S | I | N | L | H | K, cw_passive_draw_low_pass },
  [CW_FORM_HAIRPIN] = { CW_PASSIVE_FILTER, 2, W | S | L | N | K, cw_passive_draw_hairpin },
  [CW_FORM_SENSOR] = { CW_PASSIVE_MEMS, 2, W | L | H | I | K, cw_passive_draw_sensor },
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
validate_nets (const CwPassive *passive, GError **error)
{
  guint32 n = passive->nets != NULL ? passive->nets->n_nets : 0;
  guint32 n_terminals = form_table[passive->form].n_terminals;

  if (passive->nets != NULL && n != n_terminals)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "passive device \"%s\" has \"%u\" nets, but %u terminals", passive->name, n,
                   n_terminals);
      return FALSE;
    }
  for (guint32 i = 0; i < n; i++)
    if (!cw_validate_net ("passive device", passive->nets->nets[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
validate_form (const CwPassive *passive, const CwTechnology *technology, GError **error)
{
  return cw_validate_number ("passive device form", passive->form, CW_N_PASSIVE_FORMS - 1, error)
         && cw_validate_point ("passive device position", passive->at, error)
         && cw_validate_angle ("passive device angle", passive->angle, error)
         && cw_validate_number ("passive device mirror", passive->mirror, 1, error)
         && cw_passive_validate_levels (passive, technology, error)
         && cw_passive_validate_ranges (passive, technology, error);
}

static gboolean
passive_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwPassive *passive = item;

  return cw_validate_string ("passive device name", passive->name, CW_NAME_MAX, FALSE, error)
         && validate_form (passive, context->technology, error) && validate_nets (passive, error)
         && cw_validate_number ("passive device flags", passive->flags, CW_ITEM_LOCKED, error);
}

static gconstpointer
passive_get_nets (gconstpointer item)
{
  return ((const CwPassive *) item)->nets;
}

static void
make_shapes (gconstpointer item, const CwTechnology *technology, GArray *shapes)
{
  const CwPassive *passive = item;
  CwPassiveDraw draw = { passive, technology, cw_passive_get_transform (passive), shapes };

  form_table[passive->form].draw (&draw);
}

static const GArray *
get_shapes (const CwPassive *self, const CwTechnology *technology)
{
  return cw_shape_cache_get (&cw_passive_class, self, technology, make_shapes);
}

static const CwMadeShape *
get_made (const CwPassive *self, const CwTechnology *technology, guint32 part)
{
  return &g_array_index (get_shapes (self, technology), CwMadeShape, part);
}

static guint32
passive_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return get_shapes (item, context->technology)->len;
}

static void
passive_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  cw_shape_copy (&get_made (item, context->technology, part)->shape, shape);
}

static CwCoord
passive_get_width (gconstpointer item, const CwItemContext *context, guint32 part)
{
  return get_made (item, context->technology, part)->width;
}

/* one for each terminal, and one for a second piece of ground that nothing within the device joins
 * with the first */
static guint32
passive_count_nodes (gconstpointer item)
{
  const CwPassive *passive = item;
  gboolean has_two_grounds
      = passive->form == CW_FORM_COPLANAR || passive->form == CW_FORM_STRIPLINE;

  return form_table[passive->form].n_terminals + (has_two_grounds ? 1 : 0);
}

static guint32
passive_get_node (gconstpointer item, const CwItemContext *context, guint32 part)
{
  return get_made (item, context->technology, part)->node;
}

static CwId
passive_get_node_net (gconstpointer item, guint32 node)
{
  const CwPassive *passive = item;
  guint32 last = form_table[passive->form].n_terminals - 1;

  return passive->nets != NULL ? passive->nets->nets[MIN (node, last)] : CW_ID_NONE;
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
 * cw_passive_is_valid:
 * @self: a passive device
 * @technology: the stack
 *
 * Returns: whether form, place, levels and parameters go together, so that it has shapes
 */
gboolean
cw_passive_is_valid (const CwPassive *self, const CwTechnology *technology)
{
  return validate_form (self, technology, NULL);
}

/**
 * cw_passive_get_terminal:
 * @self: a passive device
 * @technology: the stack
 * @terminal: number of a terminal
 * @at: (out) (optional): return location for its centre in the plan [nm]
 * @level: (out) (optional): return location for its wiring level
 *
 * Gets where a terminal is to be joined with its net.
 *
 * Returns: whether the device is valid and has that terminal
 */
gboolean
cw_passive_get_terminal (const CwPassive *self, const CwTechnology *technology, guint32 terminal,
                         CwPoint *at, guint8 *level)
{
  const CwMadeShape *made;

  if (!cw_passive_is_valid (self, technology) || terminal >= form_table[self->form].n_terminals)
    return FALSE;

  made = get_made (self, technology, terminal);
  if (at != NULL)
    *at = made->shape.disc.centre;
  if (level != NULL)
    *level = made->shape.level;
  return TRUE;
}

/**
 * cw_passive_get_keep_out:
 * @self: a passive device
 * @technology: the stack
 *
 * Gets the area of the plan that a passive device keeps free of foreign metal: the box around all
 * its shapes, grown by its keep-out.
 *
 * Returns: the area; empty when the device is not valid [nm]
 */
CwBox
cw_passive_get_keep_out (const CwPassive *self, const CwTechnology *technology)
{
  CwBox box = CW_BOX_EMPTY;
  const GArray *shapes;

  if (!cw_passive_is_valid (self, technology))
    return box;

  shapes = get_shapes (self, technology);
  for (guint i = 0; i < shapes->len; i++)
    box = cw_box_union (box, cw_shape_get_bounds (&g_array_index (shapes, CwMadeShape, i).shape));

  return cw_box_grow (box, self->values[CW_PARAMETER_KEEP_OUT]);
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
 * cw_passive_form_needs_other_level:
 * @form: a form
 *
 * Returns: whether it needs a wiring level below its own, for an underpass, a plate or a plane
 */
gboolean
cw_passive_form_needs_other_level (CwPassiveForm form)
{
  switch (form)
    {
    case CW_FORM_SQUARE_SPIRAL:
    case CW_FORM_OCTAGON_SPIRAL:
    case CW_FORM_ROUND_SPIRAL:
    case CW_FORM_PLATES:
    case CW_FORM_MICROSTRIP:
    case CW_FORM_STRIPLINE:
    case CW_FORM_LOW_PASS:
      return TRUE;

    case CW_FORM_BAR:
    case CW_FORM_MEANDER:
    case CW_FORM_INTERDIGITAL:
    case CW_FORM_COPLANAR:
    case CW_FORM_HAIRPIN:
    case CW_FORM_SENSOR:
    case CW_N_PASSIVE_FORMS:
    default:
      return FALSE;
    }
}

/**
 * cw_passive_form_needs_top_level:
 * @form: a form
 *
 * Returns: whether it needs a wiring level above its own, for a plane
 */
gboolean
cw_passive_form_needs_top_level (CwPassiveForm form)
{
  return form == CW_FORM_STRIPLINE;
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
  .count_nodes = passive_count_nodes,
  .get_node = passive_get_node,
  .get_node_net = passive_get_node_net,
  .get_width = passive_get_width,
  .count_shapes = passive_count_shapes,
  .get_shape = passive_get_shape,
  .transform = passive_transform,
  .map_levels = passive_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwPassive, flags),
};
