/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-fiducial.h"

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

#define ARMS 5 /* how many widths of an arm a cross spans */

static const char *const forms[] = { "disc", "square", "cross" };

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == CW_N_FIDUCIAL_FORMS);

static gboolean
fiducial_equal (gconstpointer a, gconstpointer b)
{
  const CwFiducial *one = a;
  const CwFiducial *other = b;

  return cw_point_equal (one->at, other->at) && one->size == other->size
         && one->clear == other->clear && one->level == other->level && one->form == other->form
         && one->flags == other->flags;
}

static gboolean
fiducial_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwFiducial *fiducial = item;
  gint64 reach = ((gint64) MAX (fiducial->size, fiducial->clear) + 1) / 2;

  if (!cw_validate_point ("fiducial position", fiducial->at, error)
      || !cw_validate_length ("fiducial size", fiducial->size, ARMS, CW_WIDTH_MAX, error)
      || !cw_validate_length ("fiducial clear diameter", fiducial->clear, 0, CW_WIDTH_MAX, error)
      || !cw_validate_level ("fiducial level", context->technology, fiducial->level,
                             CW_LEVEL_WIRING, error)
      || !cw_validate_number ("fiducial form", fiducial->form, CW_N_FIDUCIAL_FORMS - 1, error)
      || !cw_validate_number ("fiducial flags", fiducial->flags, CW_ITEM_LOCKED, error))
    return FALSE;

  return cw_validate_bounds ("fiducial", NULL,
                             cw_box_grow ((CwBox){ fiducial->at, fiducial->at }, reach), error);
}

static guint32
fiducial_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return ((const CwFiducial *) item)->form == CW_FIDUCIAL_CROSS ? 2 : 1;
}

/* a box about a centre; what cannot be halved lies above and to the right */
static CwBox
make_box (CwPoint centre, CwCoord width, CwCoord height)
{
  CwPoint corner = CW_POINT (centre.x - width / 2, centre.y - height / 2);

  return CW_BOX (corner.x, corner.y, corner.x + width, corner.y + height);
}

static void
fiducial_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwFiducial *fiducial = item;
  CwCoord size = fiducial->size;

  *shape = (CwShape){
    .kind = CW_SHAPE_BOX, .role = CW_ROLE_FIDUCIAL, .level = fiducial->level, .part = part
  };
  switch ((CwFiducialForm) fiducial->form)
    {
    case CW_FIDUCIAL_SQUARE:
      shape->box = make_box (fiducial->at, size, size);
      break;

    case CW_FIDUCIAL_CROSS:
      shape->box
          = make_box (fiducial->at, part == 0 ? size : size / ARMS, part == 0 ? size / ARMS : size);
      break;

    case CW_FIDUCIAL_DISC:
    case CW_N_FIDUCIAL_FORMS:
    default:
      shape->kind = CW_SHAPE_DISC;
      shape->disc.centre = fiducial->at;
      shape->disc.diameter = size;
      break;
    }
}

static void
fiducial_transform (gpointer item, const CwTransform *transform)
{
  CwFiducial *fiducial = item;

  fiducial->at = cw_transform_point (transform, fiducial->at);
}

static gboolean
fiducial_map_levels (gpointer item, const guint8 *map)
{
  CwFiducial *fiducial = item;

  return cw_item_map_level (&fiducial->level, map);
}

/**
 * cw_fiducial_form_get_name:
 * @form: the form of a fiducial
 *
 * Returns: its name in files
 */
const char *
cw_fiducial_form_get_name (CwFiducialForm form)
{
  return cw_names_get (forms, G_N_ELEMENTS (forms), form);
}

const CwItemClass cw_fiducial_class = {
  .kind = CW_ITEM_FIDUCIAL,
  .name = "fiducial",
  .table = { .size = sizeof (CwFiducial), .equal = fiducial_equal },
  .validate = fiducial_validate,
  .count_shapes = fiducial_count_shapes,
  .get_shape = fiducial_get_shape,
  .transform = fiducial_transform,
  .map_levels = fiducial_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwFiducial, flags),
};
