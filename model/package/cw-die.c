/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-die.h"

#include <string.h>

#include "model/package/cw-validate.h"

static void
die_hold (gpointer item)
{
  CwDie *die = item;

  g_ref_string_acquire (die->name);
  die->nets = die->nets != NULL ? cw_nets_ref (die->nets) : cw_nets_new (NULL, 0);
  if (die->module != NULL)
    g_ref_string_acquire (die->module);
}

static void
die_drop (gpointer item)
{
  CwDie *die = item;

  g_clear_pointer (&die->name, g_ref_string_release);
  g_clear_pointer (&die->nets, cw_nets_unref);
  g_clear_pointer (&die->module, g_ref_string_release);
}

static const char *
get_module (const CwDie *die)
{
  return die->module != NULL ? die->module : "";
}

static gboolean
die_equal (gconstpointer a, gconstpointer b)
{
  const CwDie *one = a;
  const CwDie *other = b;

  return strcmp (one->name, other->name) == 0 && one->type == other->type
         && cw_point_equal (one->at, other->at) && one->angle == other->angle
         && one->mirror == other->mirror && one->flags == other->flags
         && cw_nets_equal (one->nets, other->nets)
         && strcmp (get_module (one), get_module (other)) == 0;
}

static gboolean
validate_nets (const CwDie *die, const CwDieType *type, GError **error)
{
  guint32 n = die->nets != NULL ? die->nets->n_nets : 0;

  if (type != NULL && n != type->pads->n_pads)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "die \"%s\" has nets for \"%u\" pads, its type \"%s\" has \"%u\"", die->name, n,
                   type->name, type->pads->n_pads);
      return FALSE;
    }
  for (guint32 i = 0; i < n; i++)
    if (!cw_validate_net ("die pad", die->nets->nets[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
validate_place (const CwDie *die, const CwDieType *type, GError **error)
{
  CwTransform transform = cw_die_get_transform (die);

  return type == NULL
         || (cw_validate_bounds ("die", &transform, type->body, error)
             && cw_validate_bounds ("die", &transform, cw_pads_get_bounds (type->pads), error));
}

static gboolean
validate_levels (const CwDie *die, const CwTechnology *technology, GError **error)
{
  const CwLevelKind needed[] = { CW_LEVEL_DIE, CW_LEVEL_PAD };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (cw_technology_find_level_kind (technology, needed[i]) == CW_LEVEL_NONE)
      {
        g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                     "die \"%s\" needs a %s level in the stack", die->name,
                     cw_level_kind_get_name (needed[i]));
        return FALSE;
      }

  return TRUE;
}

static gboolean
die_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwDie *die = item;

  if (!cw_validate_string ("die name", die->name, CW_NAME_MAX, FALSE, error)
      || !cw_validate_string ("die module", die->module, CW_NAME_MAX, TRUE, error)
      || !cw_validate_point ("die position", die->at, error)
      || !cw_validate_angle ("die angle", die->angle, error)
      || !cw_validate_number ("die mirror", die->mirror, 1, error)
      || !cw_validate_number ("die flags", die->flags, CW_ITEM_LOCKED, error))
    return FALSE;
  if (cw_id_get_kind (die->type) != CW_ITEM_DIE_TYPE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "type \"%u\" of die \"%s\" is not a die type", die->type, die->name);
      return FALSE;
    }

  return validate_levels (die, context->technology, error)
         && validate_nets (die, context->die_type, error)
         && validate_place (die, context->die_type, error);
}

/**
 * cw_die_get_transform:
 * @self: a placed die
 *
 * Gets how the frame of the die lies in the plan.
 *
 * Returns: the transform from the frame of the die to the plan
 */
CwTransform
cw_die_get_transform (const CwDie *self)
{
  return (CwTransform){ self->at, self->angle, self->mirror };
}

/**
 * cw_die_get_body:
 * @self: a placed die
 * @type: its type
 *
 * Gets the box around the body of a placed die; at a right angle it is the body.
 *
 * Returns: the box in the plan [nm]
 */
CwBox
cw_die_get_body (const CwDie *self, const CwDieType *type)
{
  CwTransform transform = cw_die_get_transform (self);

  return cw_transform_box (&transform, type->body);
}

/**
 * cw_die_get_pad_shape:
 * @self: a placed die
 * @type: its type
 * @pad: number of a pad
 * @shape: (out caller-allocates): the shape of the pad in the plan; its level is
 *   %CW_LEVEL_NONE, since a die does not know the stack
 *
 * Gets the shape of one pad. End it with cw_shape_clear ().
 */
void
cw_die_get_pad_shape (const CwDie *self, const CwDieType *type, guint32 pad, CwShape *shape)
{
  CwTransform transform = cw_die_get_transform (self);
  const CwPad *found = &type->pads->pads[pad];

  *shape = (CwShape){
    .role = CW_ROLE_DIE_PAD, .level = CW_LEVEL_NONE, .net = self->nets->nets[pad], .part = pad + 1
  };
  cw_pad_form_get_shape (&found->form, &transform, found->at, shape);
}

static guint32
die_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwDieType *type = context->die_type;

  return 1 + type->pads->n_pads;
}

static void
get_body_shape (const CwDie *die, const CwDieType *type, CwShape *shape)
{
  CwTransform transform = cw_die_get_transform (die);
  CwBox body = type->body;
  CwPoint corners[]
      = { body.min, { body.max.x, body.min.y }, body.max, { body.min.x, body.max.y } };

  *shape = (CwShape){ .role = CW_ROLE_DIE, .part = CW_DIE_PART_BODY };
  if (cw_transform_is_right_angled (&transform))
    {
      shape->kind = CW_SHAPE_BOX;
      shape->box = cw_transform_box (&transform, body);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    corners[i] = cw_transform_point (&transform, corners[i]);
  shape->kind = CW_SHAPE_POLYGON;
  shape->polygon = cw_polygon_new (corners, G_N_ELEMENTS (corners));
}

static void
die_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwDie *die = item;
  const CwDieType *type = context->die_type;
  CwLevelKind kind = part == CW_DIE_PART_BODY ? CW_LEVEL_DIE : CW_LEVEL_PAD;

  if (part == CW_DIE_PART_BODY)
    get_body_shape (die, type, shape);
  else
    cw_die_get_pad_shape (die, type, part - 1, shape);
  shape->level = (guint8) cw_technology_find_level_kind (context->technology, kind);
}

static void
die_transform (gpointer item, const CwTransform *transform)
{
  CwDie *die = item;
  CwTransform before = cw_die_get_transform (die);
  CwTransform after = cw_transform_compose (&before, transform);

  die->at = after.offset;
  die->angle = after.angle;
  die->mirror = after.mirror ? 1 : 0;
}

static gconstpointer
die_get_nets (gconstpointer item)
{
  return ((const CwDie *) item)->nets;
}

static GRefString *
die_get_name (gconstpointer item)
{
  return ((const CwDie *) item)->name;
}

/* a node for each pad, named by its part; the body is one without a net */
static guint32
die_count_nodes (gconstpointer item)
{
  return ((const CwDie *) item)->nets->n_nets + 1;
}

static guint32
die_get_node (gconstpointer item, const CwItemContext *context, guint32 part)
{
  return part;
}

static CwId
die_get_node_net (gconstpointer item, guint32 node)
{
  return node != CW_DIE_PART_BODY ? ((const CwDie *) item)->nets->nets[node - 1] : CW_ID_NONE;
}

const CwItemClass cw_die_class = {
  .kind = CW_ITEM_DIE,
  .name = "die",
  .table = { .size = sizeof (CwDie), .hold = die_hold, .drop = die_drop, .equal = die_equal },
  .validate = die_validate,
  .get_name = die_get_name,
  .has_unique_name = TRUE,
  .get_nets = die_get_nets,
  .count_nodes = die_count_nodes,
  .get_node = die_get_node,
  .get_node_net = die_get_node_net,
  .count_shapes = die_count_shapes,
  .get_shape = die_get_shape,
  .transform = die_transform,
  .flags_offset = G_STRUCT_OFFSET (CwDie, flags),
};
