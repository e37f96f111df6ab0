/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-aperture.h"

#include <string.h>

#include "io/gerber/cw-gerber-format.h"

/* a larger polygon is written as a region: some readers keep few vertices of a macro */
#define MAX_MACRO_POINTS 64

typedef enum
{
  CIRCLE,
  RECTANGLE,
  OBROUND,
  POLYGON,
  MACRO,
} Template;

/* what tells two apertures apart; no padding, it is hashed by its bytes */
typedef struct
{
  guint32 template;
  gint32 width;
  gint32 height;
  guint32 function; /* of self->functions */
} Key;

struct _CwGerberApertures
{
  gboolean x2;
  GHashTable *numbers;    /* Key -> number */
  GHashTable *macros;     /* text of a macro -> its index + 1 */
  GPtrArray *functions;   /* of const char: what the apertures are for */
  guint current_function; /* that the text was last set to, index + 1 */
  guint n;
  GString *text;
};

static guint
hash_key (gconstpointer key)
{
  const Key *k = key;

  return ((((k->template * 31 + (guint32) k->width) * 2654435761u) ^ (guint32) k->height) * 31
          + k->function)
         * 2654435761u;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

/**
 * cw_gerber_apertures_new: (skip)
 * @x2: whether apertures get their function as attribute
 *
 * Begins the apertures of a file.
 *
 * Returns: (transfer full): the apertures
 */
CwGerberApertures *
cw_gerber_apertures_new (gboolean x2)
{
  CwGerberApertures *self = g_new0 (CwGerberApertures, 1);

  self->x2 = x2;
  self->numbers = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  self->macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->functions = g_ptr_array_new ();
  self->text = g_string_new (NULL);

  return self;
}

/**
 * cw_gerber_apertures_free: (skip)
 * @self: (transfer full): apertures
 *
 * Frees apertures.
 */
void
cw_gerber_apertures_free (CwGerberApertures *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->macros);
  g_ptr_array_unref (self->functions);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * cw_gerber_apertures_get_n: (skip)
 * @self: apertures
 *
 * Returns: how many there are
 */
guint
cw_gerber_apertures_get_n (const CwGerberApertures *self)
{
  return self->n;
}

/**
 * cw_gerber_apertures_get_text: (skip)
 * @self: apertures
 *
 * Returns: (transfer none): the commands that define them
 */
const GString *
cw_gerber_apertures_get_text (const CwGerberApertures *self)
{
  return self->text;
}

/* functions are few and mostly the same string; plain files do not tell them apart */
static guint
find_function (CwGerberApertures *self, const char *function)
{
  if (!self->x2)
    return 0;

  for (guint i = 0; i < self->functions->len; i++)
    {
      if (self->functions->pdata[i] == function
          || strcmp (self->functions->pdata[i], function) == 0)
        return i;
    }

  g_ptr_array_add (self->functions, (gpointer) function);
  return self->functions->len - 1;
}

static void
append_definition (CwGerberApertures *self, const Key *key, guint number)
{
  GString *out = self->text;

  if (self->x2 && self->current_function != key->function + 1)
    {
      g_string_append_printf (out, "%%TA.AperFunction,%s*%%\n",
                              (const char *) self->functions->pdata[key->function]);
      self->current_function = key->function + 1;
    }

  g_string_append (out, "%ADD");
  cw_gerber_append_integer (out, number);
  switch ((Template) key->template)
    {
    case CIRCLE:
      g_string_append (out, "C,");
      cw_gerber_append_millimetres (out, key->width);
      break;

    case RECTANGLE:
    case OBROUND:
      g_string_append (out, key->template == RECTANGLE ? "R," : "O,");
      cw_gerber_append_millimetres (out, key->width);
      g_string_append_c (out, 'X');
      cw_gerber_append_millimetres (out, key->height);
      break;

    case POLYGON:
      g_string_append (out, "P,");
      cw_gerber_append_millimetres (out, key->width);
      g_string_append_printf (out, "X%dX0", key->height);
      break;

    case MACRO:
    default:
      g_string_append_printf (out, "PAD%d", key->width);
      break;
    }
  g_string_append (out, "*%\n");
}

static guint
add (CwGerberApertures *self, Template template, CwCoord width, CwCoord height,
     const char *function)
{
  Key key = { template, width, height, find_function (self, function) };
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &key));

  if (number > 0)
    return number;

  number = CW_GERBER_FIRST_APERTURE + self->n++;
  g_hash_table_insert (self->numbers, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (number));
  append_definition (self, &key, number);
  return number;
}

/**
 * cw_gerber_apertures_add_circle: (skip)
 * @self: apertures
 * @diameter: [nm]
 * @function: what it is for
 *
 * Gets a round aperture.
 *
 * Returns: its number
 */
guint
cw_gerber_apertures_add_circle (CwGerberApertures *self, CwCoord diameter, const char *function)
{
  return add (self, CIRCLE, diameter, 0, function);
}

/**
 * cw_gerber_apertures_add_key_pin: (skip)
 * @self: apertures
 * @function: what it is for
 *
 * Gets the aperture that the format demands for the first pin of a component.
 *
 * Returns: its number
 */
guint
cw_gerber_apertures_add_key_pin (CwGerberApertures *self, const char *function)
{
  return add (self, POLYGON, 360 * CW_UM, 4, function);
}

static guint
add_macro (CwGerberApertures *self, GString *body, const char *function)
{
  g_autofree char *text = g_string_free (body, FALSE);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->macros, text));

  if (index == 0)
    {
      index = g_hash_table_size (self->macros) + 1;
      g_string_append_printf (self->text, "%%AMPAD%u*\n%s%%\n", index, text);
      g_hash_table_insert (self->macros, g_steal_pointer (&text), GUINT_TO_POINTER (index));
    }

  return add (self, MACRO, index, 0, function);
}

static void
append_relative (GString *out, CwPoint p, CwPoint at)
{
  g_string_append_c (out, ',');
  cw_gerber_append_millimetres (out, (gint64) p.x - at.x);
  g_string_append_c (out, ',');
  cw_gerber_append_millimetres (out, (gint64) p.y - at.y);
}

static guint
add_outline (CwGerberApertures *self, const CwPoint *points, guint32 n_points, const char *function,
             CwPoint at)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "4,1,%u", n_points);
  for (guint32 i = 0; i <= n_points; i++)
    append_relative (body, points[i % n_points], at);
  g_string_append (body, ",0*\n");

  return add_macro (self, body, function);
}

static guint
add_box (CwGerberApertures *self, CwBox box, const char *function, CwPoint *at)
{
  gint64 width = (gint64) box.max.x - box.min.x;
  gint64 height = (gint64) box.max.y - box.min.y;
  CwPoint corners[] = { box.min, { box.max.x, box.min.y }, box.max, { box.min.x, box.max.y } };

  *at = cw_box_get_centre (box);
  if (width % 2 == 0 && height % 2 == 0)
    return add (self, RECTANGLE, width, height, function);

  /* its centre is no whole nanometre */
  return add_outline (self, corners, G_N_ELEMENTS (corners), function, *at);
}

static guint
add_capsule (CwGerberApertures *self, const CwShape *shape, const char *function, CwPoint *at)
{
  CwPoint a = shape->capsule.a;
  CwPoint b = shape->capsule.b;
  CwCoord width = shape->capsule.width;
  gint64 dx = ABS ((gint64) b.x - a.x);
  gint64 dy = ABS ((gint64) b.y - a.y);
  GString *body;

  *at = cw_box_get_centre (cw_box_from_points (a, b));
  if ((dx == 0 || dy == 0) && dx % 2 == 0 && dy % 2 == 0)
    return add (self, OBROUND, dx + width, dy + width, function);

  body = g_string_new ("20,1,");
  cw_gerber_append_millimetres (body, width);
  append_relative (body, a, *at);
  append_relative (body, b, *at);
  g_string_append (body, ",0*\n");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append (body, "1,1,");
      cw_gerber_append_millimetres (body, width);
      append_relative (body, i == 0 ? a : b, *at);
      g_string_append (body, "*\n");
    }

  return add_macro (self, body, function);
}

/**
 * cw_gerber_apertures_add_pad: (skip)
 * @self: apertures
 * @shape: a pad
 * @function: what it is for
 * @at: (out): where to flash it [nm]
 *
 * Gets the aperture that a pad is flashed with.
 *
 * Returns: its number, or 0 when the pad is no aperture but a region
 */
guint
cw_gerber_apertures_add_pad (CwGerberApertures *self, const CwShape *shape, const char *function,
                             CwPoint *at)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      *at = shape->disc.centre;
      return add (self, CIRCLE, shape->disc.diameter, 0, function);

    case CW_SHAPE_BOX:
      return add_box (self, shape->box, function, at);

    case CW_SHAPE_CAPSULE:
      return add_capsule (self, shape, function, at);

    case CW_SHAPE_POLYGON:
      if (shape->polygon->n_rings > 1 || shape->polygon->ends[0] > MAX_MACRO_POINTS)
        return 0;
      *at = cw_box_get_centre (shape->polygon->bounds);
      return add_outline (self, shape->polygon->points, shape->polygon->ends[0], function, *at);

    case CW_SHAPE_BAND:
    default:
      return 0;
    }
}
