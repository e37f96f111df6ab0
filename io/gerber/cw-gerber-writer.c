/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-writer.h"

#include <math.h>
#include <string.h>

#include "io/gerber/cw-gerber-aperture.h"
#include "io/gerber/cw-gerber-format.h"

/* readers may move points by half a micrometre: an arc whose ends are nearer is drawn straight [nm] */
#define MIN_ARC_CHORD 2000
/* some readers take arcs up to a half circle only, and near half ones are ill-conditioned [µdeg] */
#define MAX_ARC_SWEEP (120 * CW_DEGREE)
/* an arc that bulges less is straight on the grid [nm] */
#define MIN_ARC_SAGITTA 1.0
/* where the centre would leave the coordinates of the format, the arc is flattened to [nm] */
#define FLAT_SAGITTA 2

/* A stretch of the file with the graphics state at its end. Polygons with holes clear what lies
   below, so they go into a stretch of their own that comes first. */
typedef struct
{
  GString *text;
  guint aperture;
  guint mode; /* G code: 1, 2, 3 */
  gboolean has_point;
  CwPoint at;
  const char *function; /* in the dictionary, for regions */
  const char *net;
  const char *component;
  const char *pin;
} Stretch;

struct _CwGerberWriter
{
  gboolean x2;
  CwGerberApertures *apertures;
  Stretch below;
  Stretch body;
};

/**
 * cw_gerber_writer_new: (skip)
 * @x2: whether to write attributes
 *
 * Begins a file.
 *
 * Returns: (transfer full): the writer
 */
CwGerberWriter *
cw_gerber_writer_new (gboolean x2)
{
  CwGerberWriter *self = g_new0 (CwGerberWriter, 1);

  self->x2 = x2;
  self->apertures = cw_gerber_apertures_new (x2);
  self->below.text = g_string_new (NULL);
  self->below.mode = 1;
  self->body.text = g_string_new (NULL);
  self->body.mode = 1;

  return self;
}

/**
 * cw_gerber_writer_free: (skip)
 * @self: (transfer full): a writer
 *
 * Frees a writer.
 */
void
cw_gerber_writer_free (CwGerberWriter *self)
{
  cw_gerber_apertures_free (self->apertures);
  g_string_free (self->below.text, TRUE);
  g_string_free (self->body.text, TRUE);
  g_free (self);
}

/**
 * cw_gerber_writer_is_empty: (skip)
 * @self: a writer
 *
 * Returns: whether no object was added
 */
gboolean
cw_gerber_writer_is_empty (const CwGerberWriter *self)
{
  return self->below.text->len == 0 && self->body.text->len == 0;
}

static gboolean
is_same (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

static void
set_net (Stretch *stretch, const char *net)
{
  if (is_same (stretch->net, net))
    return;

  if (net == NULL)
    {
      g_string_append (stretch->text, "%TD.N*%\n");
    }
  else
    {
      g_string_append (stretch->text, "%TO.N,");
      cw_gerber_append_field (stretch->text, net);
      g_string_append (stretch->text, "*%\n");
    }
  stretch->net = net;
}

static void
drop_component (Stretch *stretch)
{
  if (stretch->component != NULL)
    g_string_append (stretch->text, stretch->pin != NULL ? "%TD.P*%\n" : "%TD.C*%\n");
}

static void
set_component (Stretch *stretch, const char *component, const char *pin)
{
  if (is_same (stretch->component, component) && is_same (stretch->pin, pin))
    return;

  /* a new value replaces one of the same attribute, else the old one must go */
  if (component == NULL || (stretch->pin != NULL) != (pin != NULL))
    drop_component (stretch);
  if (component != NULL)
    {
      g_string_append (stretch->text, pin != NULL ? "%TO.P," : "%TO.C,");
      cw_gerber_append_field (stretch->text, component);
      if (pin != NULL)
        {
          g_string_append_c (stretch->text, ',');
          cw_gerber_append_field (stretch->text, pin);
        }
      g_string_append (stretch->text, "*%\n");
    }
  stretch->component = component;
  stretch->pin = pin;
}

static void
set_object (CwGerberWriter *self, Stretch *stretch, const CwGerberObject *object)
{
  if (!self->x2)
    return;

  set_net (stretch, object->net);
  set_component (stretch, object->component, object->pin);
}

static void
set_aperture (Stretch *stretch, guint number)
{
  if (stretch->aperture == number)
    return;

  g_string_append_c (stretch->text, 'D');
  cw_gerber_append_integer (stretch->text, number);
  g_string_append (stretch->text, "*\n");
  stretch->aperture = number;
}

static void
set_mode (Stretch *stretch, guint mode)
{
  if (stretch->mode == mode)
    return;

  g_string_append_c (stretch->text, 'G');
  g_string_append_c (stretch->text, '0');
  g_string_append_c (stretch->text, '0' + mode);
  g_string_append (stretch->text, "*\n");
  stretch->mode = mode;
}

static void
append_point (Stretch *stretch, CwPoint at)
{
  g_string_append_c (stretch->text, 'X');
  cw_gerber_append_integer (stretch->text, at.x);
  g_string_append_c (stretch->text, 'Y');
  cw_gerber_append_integer (stretch->text, at.y);
  stretch->at = at;
  stretch->has_point = TRUE;
}

static void
operate (Stretch *stretch, CwPoint at, guint operation)
{
  append_point (stretch, at);
  g_string_append_len (stretch->text,
                       operation == 1   ? "D01*\n"
                       : operation == 2 ? "D02*\n"
                                        : "D03*\n",
                       5);
}

/* nothing goes on from a flash, although the format would let it */
static void
flash (Stretch *stretch, CwPoint at)
{
  operate (stretch, at, 3);
  stretch->has_point = FALSE;
}

static void
move_to (Stretch *stretch, CwPoint at)
{
  if (!stretch->has_point || !cw_point_equal (stretch->at, at))
    operate (stretch, at, 2);
}

static void
line_to (Stretch *stretch, CwPoint at)
{
  set_mode (stretch, 1);
  operate (stretch, at, 1);
}

/* from the current point; the centre is rounded to the grid of the format */
static void
short_arc_to (Stretch *stretch, CwPoint end, double sweep)
{
  double dx = (double) end.x - stretch->at.x;
  double dy = (double) end.y - stretch->at.y;
  double cot = 1 / tan (sweep / 2);
  double i = (dx - dy * cot) / 2;
  double j = (dy + dx * cot) / 2;
  double sagitta = hypot (dx, dy) / 2 * fabs (tan (sweep / 4));

  if (hypot (dx, dy) < MIN_ARC_CHORD || sagitta < MIN_ARC_SAGITTA)
    {
      line_to (stretch, end);
      return;
    }

  set_mode (stretch, sweep > 0 ? 3 : 2);
  append_point (stretch, end);
  g_string_append_c (stretch->text, 'I');
  cw_gerber_append_integer (stretch->text, llround (i));
  g_string_append_c (stretch->text, 'J');
  cw_gerber_append_integer (stretch->text, llround (j));
  g_string_append (stretch->text, "D01*\n");
}

static void
flat_arc_to (Stretch *stretch, const CwArc *arc)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  cw_arc_flatten (arc, FLAT_SAGITTA, points);
  for (guint i = 0; i < points->len; i++)
    {
      CwPoint p = g_array_index (points, CwPoint, i);

      if (!cw_point_equal (p, stretch->at))
        line_to (stretch, p);
    }
  if (!cw_point_equal (arc->end, stretch->at))
    line_to (stretch, arc->end);
}

static void
arc_to (Stretch *stretch, const CwArc *arc)
{
  double sweep = arc->sweep * (G_PI / 180 / CW_DEGREE);
  double dx = (double) arc->end.x - arc->start.x;
  double dy = (double) arc->end.y - arc->start.y;
  double radius = hypot (dx, dy) / 2 / fabs (sin (sweep / 2));
  double x = arc->start.x + (dx - dy / tan (sweep / 2)) / 2;
  double y = arc->start.y + (dy + dx / tan (sweep / 2)) / 2;
  double first = atan2 (arc->start.y - y, arc->start.x - x);
  guint n = (ABS (arc->sweep) + MAX_ARC_SWEEP - 1) / MAX_ARC_SWEEP;

  if (radius > CW_COORD_MAX)
    {
      flat_arc_to (stretch, arc);
      return;
    }

  for (guint k = 1; k < n; k++)
    {
      double angle = first + sweep * k / n;
      CwPoint p = CW_POINT ((CwCoord) lround (x + radius * cos (angle)),
                            (CwCoord) lround (y + radius * sin (angle)));

      short_arc_to (stretch, p, sweep / n);
    }
  short_arc_to (stretch, arc->end, sweep / n);
}

static void
draw (CwGerberWriter *self, const CwShape *shape, const CwGerberObject *object)
{
  Stretch *stretch = &self->body;
  CwCoord width = shape->kind == CW_SHAPE_CAPSULE ? shape->capsule.width
                  : shape->kind == CW_SHAPE_BAND  ? shape->band.width
                                                  : shape->disc.diameter;

  set_object (self, stretch, object);
  set_aperture (stretch, cw_gerber_apertures_add_circle (self->apertures, width, object->function));
  if (shape->kind == CW_SHAPE_CAPSULE)
    {
      move_to (stretch, shape->capsule.a);
      line_to (stretch, shape->capsule.b);
    }
  else if (shape->kind == CW_SHAPE_BAND)
    {
      move_to (stretch, shape->band.arc.start);
      arc_to (stretch, &shape->band.arc);
    }
  else
    {
      move_to (stretch, shape->disc.centre);
      line_to (stretch, shape->disc.centre);
    }
}

static void
fill_ring (Stretch *stretch, const CwPoint *points, guint32 n_points)
{
  if (n_points < 3)
    return;

  set_mode (stretch, 1);
  g_string_append (stretch->text, "G36*\n");
  operate (stretch, points[0], 2);
  for (guint32 i = 1; i <= n_points; i++)
    {
      CwPoint p = points[i % n_points];

      if (!cw_point_equal (p, stretch->at))
        operate (stretch, p, 1);
    }
  g_string_append (stretch->text, "G37*\n");
  stretch->has_point = FALSE;
}

static void
fill_polygon (CwGerberWriter *self, const CwPolygon *polygon, const CwGerberObject *object)
{
  Stretch *stretch = polygon->n_rings > 1 ? &self->below : &self->body;

  set_object (self, stretch, object);
  if (self->x2 && !is_same (stretch->function, object->function))
    {
      g_string_append_printf (stretch->text, "%%TA.AperFunction,%s*%%\n", object->function);
      stretch->function = object->function;
    }

  fill_ring (stretch, polygon->points, polygon->ends[0]);
  if (polygon->n_rings == 1)
    return;

  g_string_append (stretch->text, "%LPC*%\n");
  for (guint32 ring = 1; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);

      fill_ring (stretch, polygon->points + start, polygon->ends[ring] - start);
    }
  g_string_append (stretch->text, "%LPD*%\n");
}

static void
fill_box (CwGerberWriter *self, CwBox box, const CwGerberObject *object)
{
  CwPoint corners[] = { box.min, { box.max.x, box.min.y }, box.max, { box.min.x, box.max.y } };
  g_autoptr (CwPolygon) polygon = cw_polygon_new (corners, G_N_ELEMENTS (corners));

  fill_polygon (self, polygon, object);
}

/**
 * cw_gerber_writer_add: (skip)
 * @self: a writer
 * @shape: a shape
 * @object: what it is
 *
 * Adds an object: a pad is flashed, a trace is drawn with a round aperture and goes on where
 * the last one ended, other polygons are regions.
 */
void
cw_gerber_writer_add (CwGerberWriter *self, const CwShape *shape, const CwGerberObject *object)
{
  CwPoint at;
  guint number = 0;

  if (object->is_pad)
    number = cw_gerber_apertures_add_pad (self->apertures, shape, object->function, &at);
  if (number > 0)
    {
      set_object (self, &self->body, object);
      set_aperture (&self->body, number);
      flash (&self->body, at);
      return;
    }

  if (shape->kind == CW_SHAPE_POLYGON)
    fill_polygon (self, shape->polygon, object);
  else if (shape->kind == CW_SHAPE_BOX)
    fill_box (self, shape->box, object);
  else
    draw (self, shape, object);
}

/**
 * cw_gerber_writer_add_key_pin: (skip)
 * @self: a writer
 * @at: centre [nm]
 * @object: what it is
 *
 * Adds the first pin of a component, which has a form of its own.
 */
void
cw_gerber_writer_add_key_pin (CwGerberWriter *self, CwPoint at, const CwGerberObject *object)
{
  set_object (self, &self->body, object);
  set_aperture (&self->body, cw_gerber_apertures_add_key_pin (self->apertures, object->function));
  flash (&self->body, at);
}

/**
 * cw_gerber_writer_set: (skip)
 * @self: a writer
 * @attribute: name of an object attribute, such as `.CRot`
 * @value: (nullable): its value, %NULL to drop it
 *
 * Sets an attribute of the objects that follow.
 */
void
cw_gerber_writer_set (CwGerberWriter *self, const char *attribute, const char *value)
{
  GString *out = self->body.text;

  if (!self->x2)
    return;

  if (value == NULL)
    {
      g_string_append_printf (out, "%%TD%s*%%\n", attribute);
      return;
    }

  g_string_append_printf (out, "%%TO%s,", attribute);
  cw_gerber_append_field (out, value);
  g_string_append (out, "*%\n");
}

/* back to the state in which a file begins */
static void
end_below (CwGerberWriter *self)
{
  set_mode (&self->below, 1);
  if (self->x2)
    g_string_append (self->below.text, "%TD*%\n");
}

/**
 * cw_gerber_writer_finish: (skip)
 * @self: a writer, which is not used any more
 * @header: what comes first, such as file attributes
 *
 * Ends a file.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
cw_gerber_writer_finish (CwGerberWriter *self, const char *header)
{
  GString *out = g_string_sized_new (self->below.text->len + self->body.text->len + 4096);
  const GString *apertures = cw_gerber_apertures_get_text (self->apertures);

  /* some readers take a file without apertures for one of an older format */
  if (cw_gerber_apertures_get_n (self->apertures) == 0)
    cw_gerber_apertures_add_circle (self->apertures, 10 * CW_UM, "NonMaterial");
  if (self->below.text->len > 0)
    end_below (self);

  g_string_append (out, header);
  g_string_append (out, "%FSLAX46Y46*%\n%MOMM*%\n%LPD*%\nG75*\nG01*\n");
  g_string_append_len (out, apertures->str, apertures->len);
  if (self->x2)
    g_string_append (out, "%TD*%\n");
  g_string_append_len (out, self->below.text->str, self->below.text->len);
  g_string_append_len (out, self->body.text->str, self->body.text->len);
  g_string_append (out, "M02*\n");

  return g_string_free_to_bytes (out);
}
