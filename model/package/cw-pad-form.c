/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-pad-form.h"

#include "model/base/cw-error.h"
#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

/* smaller ones would not stay polygons when they are turned */
#define SIZE_MIN (100 * CW_NM)

static const char *const kinds[] = { "round", "rectangle", "oblong", "octagon" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CW_N_PAD_FORM_KINDS);

static void
set_polygon (CwShape *shape, const CwTransform *transform, CwPoint *points, gsize n_points)
{
  for (gsize i = 0; i < n_points; i++)
    points[i] = cw_transform_point (transform, points[i]);

  shape->kind = CW_SHAPE_POLYGON;
  shape->polygon = cw_polygon_new (points, n_points);
}

static void
get_rectangle (CwBox box, const CwTransform *transform, CwShape *shape)
{
  if (cw_transform_is_right_angled (transform))
    {
      shape->kind = CW_SHAPE_BOX;
      shape->box = cw_transform_box (transform, box);
    }
  else
    {
      CwPoint corners[]
          = { box.min, CW_POINT (box.max.x, box.min.y), box.max, CW_POINT (box.min.x, box.max.y) };

      set_polygon (shape, transform, corners, G_N_ELEMENTS (corners));
    }
}

static void
get_oblong (CwBox box, const CwTransform *transform, CwShape *shape)
{
  CwCoord width = box.max.x - box.min.x;
  CwCoord height = box.max.y - box.min.y;
  CwCoord across = MIN (width, height);
  CwPoint a = CW_POINT (box.min.x + across / 2, box.min.y + across / 2);
  CwPoint b = width > height ? CW_POINT (a.x + width - height, a.y)
                             : CW_POINT (a.x, a.y + height - width);

  shape->kind = CW_SHAPE_CAPSULE;
  shape->capsule.a = cw_transform_point (transform, a);
  shape->capsule.b = cw_transform_point (transform, b);
  shape->capsule.width = across;
}

static void
get_octagon (CwBox box, const CwTransform *transform, CwShape *shape)
{
  gint64 across = box.max.x - box.min.x;
  /* a corner lies (1 - tan 22.5°) / 2 of the width from the corner of the box */
  CwCoord cut = (CwCoord) ((across * 292893219 + 500000000) / 1000000000);
  CwPoint points[] = { { box.min.x + cut, box.min.y }, { box.max.x - cut, box.min.y },
                       { box.max.x, box.min.y + cut }, { box.max.x, box.max.y - cut },
                       { box.max.x - cut, box.max.y }, { box.min.x + cut, box.max.y },
                       { box.min.x, box.max.y - cut }, { box.min.x, box.min.y + cut } };

  set_polygon (shape, transform, points, G_N_ELEMENTS (points));
}

/**
 * cw_pad_form_get_shape:
 * @self: a form with a width
 * @transform: how its frame is placed
 * @at: its centre in that frame [nm]
 * @shape: (out caller-allocates): its outline; only the kind and the geometry are set
 *
 * Gets the shape of a pad or an opening. A size that is odd reaches half a nanometre
 * more to the right and up, before turning. End the shape with cw_shape_clear ().
 */
void
cw_pad_form_get_shape (const CwPadForm *self, const CwTransform *transform, CwPoint at,
                       CwShape *shape)
{
  CwPoint min = CW_POINT (at.x - self->width / 2, at.y - self->height / 2);
  CwBox box = { min, CW_POINT (min.x + self->width, min.y + self->height) };

  if (self->kind == CW_PAD_RECTANGLE)
    get_rectangle (box, transform, shape);
  else if (self->kind == CW_PAD_OCTAGON)
    get_octagon (box, transform, shape);
  else if (self->kind == CW_PAD_OBLONG && self->width != self->height)
    get_oblong (box, transform, shape);
  else
    {
      shape->kind = CW_SHAPE_DISC;
      shape->disc.centre = cw_transform_point (transform, at);
      shape->disc.diameter = self->width;
    }
}

/**
 * cw_pad_form_validate:
 * @self: a form
 * @what: what it is the form of, such as `pad`
 * @error: return location for an error
 *
 * Checks that a form has a size of 0.1 µm to 100 mm, and that one without a
 * direction is as high as wide.
 *
 * Returns: whether it is so
 */
gboolean
cw_pad_form_validate (const CwPadForm *self, const char *what, GError **error)
{
  g_autofree char *width = g_strdup_printf ("%s width", what);
  g_autofree char *height = g_strdup_printf ("%s height", what);
  g_autofree char *form = g_strdup_printf ("%s form", what);

  if (!cw_validate_number (form, self->kind, CW_N_PAD_FORM_KINDS - 1, error)
      || !cw_validate_length (width, self->width, SIZE_MIN, CW_WIDTH_MAX, error)
      || !cw_validate_length (height, self->height, SIZE_MIN, CW_WIDTH_MAX, error))
    return FALSE;
  if ((self->kind == CW_PAD_ROUND || self->kind == CW_PAD_OCTAGON) && self->width != self->height)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "%s \"%s\" is not as high as it is wide", form, kinds[self->kind]);
      return FALSE;
    }

  return TRUE;
}

/**
 * cw_pad_form_kind_get_name:
 * @kind: a kind of form
 *
 * Returns: its name in files
 */
const char *
cw_pad_form_kind_get_name (CwPadFormKind kind)
{
  return cw_names_get (kinds, G_N_ELEMENTS (kinds), kind);
}
