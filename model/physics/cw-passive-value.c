/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-passive-value.h"

#include <math.h>

#include "model/physics/cw-capacitance.h"
#include "model/physics/cw-filter.h"
#include "model/physics/cw-inductance.h"
#include "model/physics/cw-line.h"
#include "model/physics/cw-resistance.h"

#define METRES (1e-9) /* of a nanometre */

/* a device on its way to numbers */
typedef struct
{
  const CwPassive *passive;
  const CwTechnology *technology;
  double thickness;   /* of its metal [m] */
  double resistivity; /* of its metal, 0 when unknown [Ω·m] */
  CwPassiveValue *values;
  guint n_values;
} Device;

static double
get_length (const Device *self, CwPassiveParameter parameter)
{
  return self->passive->values[parameter] * METRES;
}

static guint
get_count (const Device *self)
{
  return (guint) MAX (self->passive->values[CW_PARAMETER_COUNT], 0);
}

static void
add (Device *self, const char *symbol, const char *unit, CwEstimate estimate)
{
  g_assert (self->n_values < CW_MAX_PASSIVE_VALUES);
  self->values[self->n_values++] = (CwPassiveValue){ symbol, unit, estimate };
}

/* the thickness of what lies between two levels, and the permittivity of its lowest film; several
 * films count as one, with the permittivity of plates in series */
static double
get_gap (const Device *self, guint lower, guint upper, double *permittivity)
{
  double distance = 0;
  double series = 0; /* sum of thickness / permittivity */

  *permittivity = 0;
  for (guint i = lower + 1; i < upper; i++)
    {
      const CwLevel *level = cw_technology_get_level (self->technology, i);
      const CwMaterial *material = cw_technology_get_material (self->technology, level->material);
      double thickness = level->thickness * METRES;

      distance += thickness;
      if (material != NULL && material->permittivity > 0)
        series += thickness / (material->permittivity / 1000.0);
      else
        series = INFINITY;
    }
  if (series > 0 && isfinite (series))
    *permittivity = distance / series;

  return distance;
}

static double
get_gap_below (const Device *self, double *permittivity)
{
  if (self->passive->other_level == CW_LEVEL_NONE)
    {
      *permittivity = 0;
      return 0;
    }

  return get_gap (self, self->passive->other_level, self->passive->level, permittivity);
}

/* the permittivity of the films next to the level, air where there is none */
static double
get_neighbour_permittivity (const Device *self, int step, double *depth)
{
  const CwLevel *level
      = cw_technology_get_level (self->technology, (guint) (self->passive->level + step));
  const CwMaterial *material
      = level != NULL ? cw_technology_get_material (self->technology, level->material) : NULL;

  *depth = level != NULL ? level->thickness * METRES : 0;
  return material != NULL && material->permittivity > 0 ? material->permittivity / 1000.0 : 1;
}

static CwSpiral
get_spiral (const Device *self)
{
  CwSpiral spiral
      = { CW_SPIRAL_SQUARE, get_count (self), get_length (self, CW_PARAMETER_WIDTH),
          get_length (self, CW_PARAMETER_SPACE), get_length (self, CW_PARAMETER_INNER) };

  if (self->passive->form == CW_FORM_OCTAGON_SPIRAL)
    spiral.form = CW_SPIRAL_OCTAGON;
  else if (self->passive->form == CW_FORM_ROUND_SPIRAL)
    spiral.form = CW_SPIRAL_ROUND;

  return spiral;
}

static void
add_resistor (Device *self)
{
  double width = get_length (self, CW_PARAMETER_WIDTH);
  double length = get_length (self, CW_PARAMETER_LENGTH);

  if (self->passive->form == CW_FORM_BAR)
    add (self, "R", "Ω", cw_resistance_bar (self->resistivity, length, width, self->thickness));
  else
    add (self, "R", "Ω",
         cw_resistance_meander (self->resistivity, self->thickness, width,
                                get_length (self, CW_PARAMETER_SPACE), length, get_count (self)));
}

static void
add_inductor (Device *self)
{
  CwSpiral spiral = get_spiral (self);

  add (self, "L", "H", cw_inductance_spiral (&spiral, self->thickness));
  add (self, "R", "Ω", cw_resistance_spiral (self->resistivity, self->thickness, &spiral));
}

static void
add_plates (Device *self)
{
  double permittivity;
  double distance = get_gap_below (self, &permittivity);

  add (self, "C", "F",
       cw_capacitance_plates (permittivity, get_length (self, CW_PARAMETER_LENGTH),
                              get_length (self, CW_PARAMETER_HEIGHT), distance));
}

static void
add_interdigital (Device *self)
{
  CwInterdigital combs = { .n_fingers = get_count (self),
                           .length = get_length (self, CW_PARAMETER_LENGTH),
                           .width = get_length (self, CW_PARAMETER_WIDTH),
                           .gap = get_length (self, CW_PARAMETER_SPACE) };
  double above;

  combs.permittivity_below = get_neighbour_permittivity (self, -1, &combs.depth);
  combs.permittivity_above = get_neighbour_permittivity (self, 1, &above);
  combs.depth = MIN (combs.depth, above > 0 ? above : combs.depth);
  add (self, "C", "F", cw_capacitance_interdigital (&combs));
}

static void
add_microstrip (Device *self)
{
  double width = get_length (self, CW_PARAMETER_WIDTH);
  double permittivity;
  double height = get_gap_below (self, &permittivity);

  add (self, "Z0", "Ω",
       cw_line_microstrip_impedance (width, height, self->thickness, permittivity));
  add (self, "εeff", "",
       cw_line_microstrip_permittivity (width, height, self->thickness, permittivity));
}

static void
add_stripline (Device *self)
{
  double below;
  double above;
  double spacing = get_gap_below (self, &below) + self->thickness;

  if (self->passive->top_level != CW_LEVEL_NONE)
    spacing += get_gap (self, self->passive->level, self->passive->top_level, &above);
  add (self, "Z0", "Ω",
       cw_line_stripline_impedance (get_length (self, CW_PARAMETER_WIDTH), spacing, self->thickness,
                                    below));
}

static void
add_coplanar (Device *self)
{
  CwCoplanar line = { .width = get_length (self, CW_PARAMETER_WIDTH),
                      .gap = get_length (self, CW_PARAMETER_SPACE),
                      .thickness = self->thickness };

  line.permittivity = get_neighbour_permittivity (self, -1, &line.height);
  add (self, "Z0", "Ω", cw_line_coplanar_impedance (&line));
  add (self, "εeff", "", cw_line_coplanar_permittivity (&line));
}

static void
add_low_pass (Device *self)
{
  CwSpiral spiral = get_spiral (self);
  double permittivity;
  double distance = get_gap_below (self, &permittivity);
  double length = get_length (self, CW_PARAMETER_LENGTH);
  double height = get_length (self, CW_PARAMETER_HEIGHT);

  add (self, "f", "Hz",
       cw_filter_low_pass_parts (&spiral, self->thickness, permittivity, length, height, distance));
  add (self, "L", "H", cw_inductance_spiral (&spiral, self->thickness));
  add (self, "C", "F", cw_capacitance_plates (permittivity, length, height, distance));
}

static void
add_hairpin (Device *self)
{
  double height;
  double permittivity = get_neighbour_permittivity (self, -1, &height);

  add (self, "f", "Hz",
       cw_filter_hairpin_legs (
           get_length (self, CW_PARAMETER_LENGTH), get_length (self, CW_PARAMETER_SPACE),
           get_length (self, CW_PARAMETER_WIDTH), height, self->thickness, permittivity));
}

/* the membrane over its cavity: plates with air between them */
static void
add_sensor (Device *self)
{
  double side = get_length (self, CW_PARAMETER_INNER);
  double depth;

  get_neighbour_permittivity (self, -1, &depth);
  add (self, "C", "F", cw_capacitance_plates (1, side, side, depth));
}

/**
 * cw_passive_list_values:
 * @passive: a passive device that is valid
 * @technology: the stack that it is drawn in
 * @values: (out caller-allocates): its values, the chief one first
 *
 * Estimates what a passive device is worth, to first order, from its parameters, the thicknesses
 * of the levels and the figures of their materials. What the formulas need and nobody has told
 * (a resistivity, a permittivity) gives a value that is not in range.
 *
 * Returns: how many values there are, at least one
 */
guint
cw_passive_list_values (const CwPassive *passive, const CwTechnology *technology,
                        CwPassiveValue values[CW_MAX_PASSIVE_VALUES])
{
  static void (*const functions[CW_N_PASSIVE_FORMS]) (Device *) = {
    [CW_FORM_BAR] = add_resistor,
    [CW_FORM_MEANDER] = add_resistor,
    [CW_FORM_SQUARE_SPIRAL] = add_inductor,
    [CW_FORM_OCTAGON_SPIRAL] = add_inductor,
    [CW_FORM_ROUND_SPIRAL] = add_inductor,
    [CW_FORM_PLATES] = add_plates,
    [CW_FORM_INTERDIGITAL] = add_interdigital,
    [CW_FORM_MICROSTRIP] = add_microstrip,
    [CW_FORM_COPLANAR] = add_coplanar,
    [CW_FORM_STRIPLINE] = add_stripline,
    [CW_FORM_LOW_PASS] = add_low_pass,
    [CW_FORM_HAIRPIN] = add_hairpin,
    [CW_FORM_SENSOR] = add_sensor,
  };
  Device self = { passive, technology, 0, 0, values, 0 };
  const CwLevel *level;
  const CwMaterial *metal;

  g_return_val_if_fail (passive->form < CW_N_PASSIVE_FORMS, 0);

  level = cw_technology_get_level (technology, passive->level);
  g_return_val_if_fail (level != NULL, 0);

  metal = cw_technology_get_material (technology, level->material);
  self.thickness = level->thickness * METRES;
  self.resistivity = metal != NULL ? metal->resistivity * 1e-11 : 0;
  functions[passive->form](&self);

  return self.n_values;
}

/**
 * cw_passive_value_format:
 * @self: a value
 *
 * Writes a value for people, with three significant digits and an SI prefix, such as
 * `L = 1.14 nH`; it does not depend on the locale.
 *
 * Returns: (transfer full): the text
 */
char *
cw_passive_value_format (const CwPassiveValue *self)
{
  static const struct
  {
    double scale;
    const char *prefix;
  } prefixes[] = { { 1e9, "G" },  { 1e6, "M" },  { 1e3, "k" },   { 1, "" },     { 1e-3, "m" },
                   { 1e-6, "µ" }, { 1e-9, "n" }, { 1e-12, "p" }, { 1e-15, "f" } };
  double value = self->estimate.value;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  guint i = 0;

  while (*self->unit != '\0' && i + 1 < G_N_ELEMENTS (prefixes)
         && fabs (value) < prefixes[i].scale * 0.9995)
    i++;
  if (*self->unit == '\0' || value == 0)
    i = 3;

  value /= prefixes[i].scale;
  g_ascii_formatd (digits, sizeof digits,
                   fabs (value) >= 99.95   ? "%.0f"
                   : fabs (value) >= 9.995 ? "%.1f"
                                           : "%.2f",
                   value);

  return g_strdup_printf ("%s = %s%s%s%s", self->symbol, digits, *self->unit != '\0' ? " " : "",
                          prefixes[i].prefix, self->unit);
}
