/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-line.h"

#include "model/physics/cw-elliptic.h"

/* impedance of a thin strip over a plane in air, u = w/h [Ω] */
static double
get_air_impedance (double u)
{
  double f = 6 + (2 * G_PI - 6) * exp (-pow (30.666 / u, 0.7528));

  return CW_VACUUM_IMPEDANCE / (2 * G_PI) * log (f / u + sqrt (1 + 4 / (u * u)));
}

static double
get_thin_permittivity (double u, double er)
{
  double u4 = u * u * u * u;
  double a
      = 1 + log ((u4 + pow (u / 52, 2)) / (u4 + 0.432)) / 49 + log (1 + pow (u / 18.1, 3)) / 18.7;
  double b = 0.564 * pow ((er - 0.9) / (er + 3), 0.053);

  return (er + 1) / 2 + (er - 1) / 2 * pow (1 + 10 / u, -a * b);
}

/* Widths over height that stand for the thickness: in air, and in the mixed field. */
static gboolean
widen (double width, double height, double thickness, double er, double *in_air, double *mixed)
{
  double u = width / height;
  double t = thickness / height;
  double more = 0;

  if (!(width > 0 && height > 0 && thickness >= 0 && er >= 1))
    return FALSE;

  if (t > 0)
    more = t / G_PI * log1p (4 * G_E * pow (tanh (sqrt (6.517 * u)), 2) / t);
  *in_air = u + more;
  *mixed = u + more * (1 + 1 / cosh (sqrt (er - 1))) / 2;

  return TRUE;
}

static const char microstrip_formula[] = "Microstrip, Hammerstad–Jensen 1980";
static const char microstrip_range[]
    = "0.01 ≤ w/h ≤ 100, εᵣ ≤ 128, t ≤ h, t ≤ w; air above: a covered line is some 8 % lower";

static gboolean
is_in_microstrip_range (double width, double height, double thickness, double er)
{
  return width >= 0.01 * height && width <= 100 * height && er <= 128 && thickness <= height
         && thickness <= width;
}

/**
 * cw_line_microstrip_impedance:
 * @width: width of the line [m]
 * @height: from the plane to the line [m]
 * @thickness: thickness of the line [m]
 * @permittivity: relative permittivity between plane and line, air above
 *
 * Computes the quasi-static impedance of a line over a plane. A line of a redistribution layer is
 * covered by the next dielectric: its impedance is lower, by 8 % for a published 50 Ω line.
 *
 * Source: Hammerstad and Jensen, "Accurate models for microstrip computer-aided design", IEEE MTT-S
 * (1980), with their correction for the thickness; error ≤ 0.2 %. The bounds on t are ours.
 *
 * Returns: the impedance [Ω]
 */
CwEstimate
cw_line_microstrip_impedance (double width, double height, double thickness, double permittivity)
{
  double air;
  double mixed;

  if (!widen (width, height, thickness, permittivity, &air, &mixed))
    return cw_estimate_new (0, FALSE, microstrip_formula, microstrip_range);

  return cw_estimate_new (get_air_impedance (mixed)
                              / sqrt (get_thin_permittivity (mixed, permittivity)),
                          is_in_microstrip_range (width, height, thickness, permittivity),
                          microstrip_formula, microstrip_range);
}

/**
 * cw_line_microstrip_permittivity:
 * @width: width of the line [m]
 * @height: from the plane to the line [m]
 * @thickness: thickness of the line [m]
 * @permittivity: relative permittivity between plane and line, air above
 *
 * Computes the quasi-static effective permittivity of a line over a plane; see
 * cw_line_microstrip_impedance() for source and range.
 *
 * Returns: the effective relative permittivity
 */
CwEstimate
cw_line_microstrip_permittivity (double width, double height, double thickness, double permittivity)
{
  double air;
  double mixed;
  double ratio;

  if (!widen (width, height, thickness, permittivity, &air, &mixed))
    return cw_estimate_new (0, FALSE, microstrip_formula, microstrip_range);

  ratio = get_air_impedance (air) / get_air_impedance (mixed);
  return cw_estimate_new (get_thin_permittivity (mixed, permittivity) * ratio * ratio,
                          is_in_microstrip_range (width, height, thickness, permittivity),
                          microstrip_formula, microstrip_range);
}

/**
 * cw_line_stripline_impedance:
 * @width: width of the line [m]
 * @spacing: from plane to plane [m]
 * @thickness: thickness of the line, in the middle between the planes [m]
 * @permittivity: relative permittivity between the planes
 *
 * Picks cw_line_stripline_cohn() for a line without thickness, otherwise
 * cw_line_stripline_wheeler().
 *
 * Returns: the impedance [Ω]
 */
CwEstimate
cw_line_stripline_impedance (double width, double spacing, double thickness, double permittivity)
{
  if (thickness == 0)
    return cw_line_stripline_cohn (width, spacing, permittivity);

  return cw_line_stripline_wheeler (width, spacing, thickness, permittivity);
}

/**
 * cw_line_stripline_cohn:
 * @width: width of the line [m]
 * @spacing: from plane to plane [m]
 * @permittivity: relative permittivity between the planes
 *
 * Computes Z0 = η0 / (4 √εr) · K(k)/K(k′), k = sech (πw/2b), exact for a line without
 * thickness in the middle between two planes.
 *
 * Source: Cohn, "Characteristic impedance of the shielded-strip transmission line", IRE
 * Trans. MTT-2 (1954).
 *
 * Returns: the impedance [Ω]
 */
CwEstimate
cw_line_stripline_cohn (double width, double spacing, double permittivity)
{
  static const char formula[] = "Stripline, Cohn 1954";
  static const char range[] = "Exact for t = 0 in the middle between wide planes, w/b ≤ 100";
  double x = G_PI_2 * width / spacing;

  if (!(width > 0 && spacing > 0 && permittivity >= 1))
    return cw_estimate_new (0, FALSE, formula, range);

  return cw_estimate_new (CW_VACUUM_IMPEDANCE / (4 * sqrt (permittivity))
                              * cw_elliptic_ratio (1 / cosh (x), tanh (x)),
                          width <= 100 * spacing, formula, range);
}

/**
 * cw_line_stripline_wheeler:
 * @width: width of the line [m]
 * @spacing: from plane to plane [m]
 * @thickness: thickness of the line, in the middle between the planes [m]
 * @permittivity: relative permittivity between the planes
 *
 * Computes the impedance of a line with thickness in the middle between two planes.
 *
 * Source: Wheeler, "Transmission-line properties of a strip line between parallel planes", IEEE
 * Trans. MTT-26 (1978). The range is the one commonly quoted for 0.5 %: W′/(b − t) < 10,
 * t/b < 1/4.
 *
 * Returns: the impedance [Ω]
 */
CwEstimate
cw_line_stripline_wheeler (double width, double spacing, double thickness, double permittivity)
{
  static const char formula[] = "Stripline, Wheeler 1978";
  static const char range[] = "t ≤ b/4, w ≤ 10 (b − t); in the middle between wide planes";
  double x = thickness / spacing;
  double u = width / spacing;
  double more = 0;
  double wide;
  double y;

  if (!(width > 0 && spacing > 0 && thickness >= 0 && thickness < spacing && permittivity >= 1))
    return cw_estimate_new (0, FALSE, formula, range);

  if (x > 0)
    {
      double m = 2 / (1 + 2.0 / 3 * x / (1 - x));

      more = x / (G_PI * (1 - x))
             * (1 - log (pow (x / (2 - x), 2) + pow (0.0796 * x / (u + 1.1 * x), m)) / 2);
    }
  wide = u / (1 - x) + more;
  y = 8 / (G_PI * wide);

  return cw_estimate_new (30 / sqrt (permittivity)
                              * log1p (4 / (G_PI * wide) * (y + sqrt (y * y + 6.27))),
                          x <= 0.25 && width <= 10 * (spacing - thickness), formula, range);
}

/* K(k)/K(k′) for sinh a / sinh b or, when backed, tanh a / tanh b, also where sinh overflows */
static double
get_substrate_ratio (double a, double b, gboolean is_backed)
{
  double decay_a = exp (-2 * a);
  double root = sqrt (expm1 (-2 * (b - a)) * expm1 (-2 * (b + a)));

  if (b < 1e-6) /* a substrate so thick that only the ratio counts */
    return cw_elliptic_ratio (a / b, sqrt ((b - a) * (b + a)) / b);
  if (!is_backed)
    return cw_elliptic_ratio (exp (a - b) * expm1 (-2 * a) / expm1 (-2 * b),
                              MIN (1, root / -expm1 (-2 * b)));

  return cw_elliptic_ratio (tanh (a) / tanh (b),
                            MIN (1, 2 * exp (-a) * root / ((1 + decay_a) * -expm1 (-2 * b))));
}

/* Impedance and effective permittivity; both NaN where the metal would fill the gaps. */
static gboolean
solve_coplanar (const CwCoplanar *line, double *impedance, double *permittivity)
{
  double a = line->width / 2;
  double b = a + line->gap;
  double er = line->permittivity;
  double thick = line->thickness / line->gap;
  double q1 = cw_elliptic_ratio (a / b, sqrt ((b - a) * (b + a)) / b);
  double q2;
  double wide = q1; /* q1 of the strip widened by its thickness */
  double eff;

  /* in units of the height, so that an infinite one makes 0 / 0 of nothing but the ratio */
  q2 = isinf (line->height) ? q1
                            : get_substrate_ratio (G_PI_2 * a / line->height,
                                                   G_PI_2 * b / line->height, line->is_backed);

  if (thick > 0)
    {
      double more
          = 1.25 * line->thickness / G_PI * (1 + log (4 * G_PI * line->width / line->thickness));
      double c = a + more / 2;
      double d = b - more / 2;

      if (!(more > 0 && d > c))
        return FALSE;
      wide = cw_elliptic_ratio (c / d, sqrt ((d - c) * (d + c)) / d);
    }

  if (line->is_backed)
    eff = (q1 + er * q2) / (q1 + q2);
  else
    eff = 1 + (er - 1) / 2 * q2 / q1;
  eff -= 0.7 * (eff - 1) * thick / (q1 + 0.7 * thick);

  *permittivity = eff;
  *impedance
      = line->is_backed ? 60 * G_PI / (sqrt (eff) * (wide + q2)) : 30 * G_PI / (sqrt (eff) * wide);

  return TRUE;
}

static CwEstimate
estimate_coplanar (const CwCoplanar *line, gboolean is_impedance)
{
  static const char *const formulas[]
      = { "Coplanar line, Ghione–Naldi 1987", "Backed coplanar line, Ghione–Naldi 1987" };
  static const char range[] = "t ≤ gap/5 (3 %; programs disagree above gap/10), wide grounds, air "
                              "above, 0.01 ≤ w/gap ≤ 100";
  const char *formula = formulas[line->is_backed ? 1 : 0];
  double impedance;
  double permittivity;

  if (!(line->width > 0 && isfinite (line->width) && line->gap > 0 && isfinite (line->gap)
        && line->height > 0 && line->thickness >= 0 && line->permittivity >= 1)
      || !solve_coplanar (line, &impedance, &permittivity))
    return cw_estimate_new (0, FALSE, formula, range);

  return cw_estimate_new (is_impedance ? impedance : permittivity,
                          line->thickness <= line->gap / 5 && line->width >= 0.01 * line->gap
                              && line->width <= 100 * line->gap,
                          formula, range);
}

/**
 * cw_line_coplanar_impedance:
 * @line: a coplanar line
 *
 * Computes the quasi-static impedance by conformal mapping: Z0 = 30π/(√ε_eff q1), backed
 * Z0 = 60π/(√ε_eff (q1 + q3)), q = K(k)/K(k′). The thickness widens the strip into the gaps
 * by 1.25 t/π (1 + ln (4πw/t)).
 *
 * Source: Ghione and Naldi, Electronics Letters 19 (1983) and IEEE Trans. MTT-35 (1987); thickness
 * by Gupta, Garg, Bahl, Bhartia, "Microstrip Lines and Slotlines" (1996), within 3 % of AppCAD
 * up to t = gap/5.
 *
 * Returns: the impedance [Ω]
 */
CwEstimate
cw_line_coplanar_impedance (const CwCoplanar *line)
{
  return estimate_coplanar (line, TRUE);
}

/**
 * cw_line_coplanar_permittivity:
 * @line: a coplanar line
 *
 * Computes ε_eff = 1 + (εr − 1)/2 · q2/q1, backed (q1 + εr q3)/(q1 + q3), less what the
 * field between the flanks of thick metal sees of air; see cw_line_coplanar_impedance().
 *
 * Returns: the effective relative permittivity
 */
CwEstimate
cw_line_coplanar_permittivity (const CwCoplanar *line)
{
  return estimate_coplanar (line, FALSE);
}

/**
 * cw_line_skin_depth:
 * @resistivity: resistivity of the metal [Ω·m]
 * @frequency: frequency [Hz]
 *
 * Computes δ = √(ρ / (π f µ0)). Metal thinner than twice of it carries its current evenly:
 * 5 µm of copper below about 1 GHz.
 *
 * Returns: the depth [m]
 */
CwEstimate
cw_line_skin_depth (double resistivity, double frequency)
{
  gboolean in_range = resistivity > 0 && frequency > 0;

  return cw_estimate_new (
      in_range ? sqrt (resistivity / (G_PI * frequency * CW_VACUUM_PERMEABILITY)) : NAN, in_range,
      "Skin depth, δ = √(ρ/(πfµ₀))", "Good conductors that are not magnetic");
}
