/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

static double
measure_path (const GArray *path)
{
  g_autoptr (CwPath) line = cw_path_new ((const CwVertex *) (gpointer) path->data, path->len);

  return cw_path_get_length (line, FALSE);
}

static gboolean
is_spiral (const CwPassive *self)
{
  return self->form == CW_FORM_SQUARE_SPIRAL || self->form == CW_FORM_OCTAGON_SPIRAL
         || self->form == CW_FORM_ROUND_SPIRAL || self->form == CW_FORM_LOW_PASS;
}

/**
 * cw_passive_get_length:
 * @self: a valid passive device
 * @technology: the stack
 *
 * Gets how long the conductor of a device is along its centre line: from terminal to terminal of a
 * resistor or wave-guide, from the inner via to the outer terminal of a spiral, that of one resonator
 * of a hairpin filter.
 *
 * Returns: the length, 0 for forms without such a line [nm]
 */
double
cw_passive_get_length (const CwPassive *self, const CwTechnology *technology)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  switch ((CwPassiveForm) self->form)
    {
    case CW_FORM_BAR:
    case CW_FORM_MEANDER:
      cw_passive_make_resistor_path (self, path);
      return measure_path (path);

    case CW_FORM_SQUARE_SPIRAL:
    case CW_FORM_OCTAGON_SPIRAL:
    case CW_FORM_ROUND_SPIRAL:
    case CW_FORM_LOW_PASS:
      cw_passive_get_coil (self, technology, path);
      return measure_path (path);

    case CW_FORM_MICROSTRIP:
    case CW_FORM_COPLANAR:
    case CW_FORM_STRIPLINE:
      return self->values[CW_PARAMETER_LENGTH];

    case CW_FORM_HAIRPIN:
      return 2.0 * self->values[CW_PARAMETER_LENGTH] + self->values[CW_PARAMETER_SPACE];

    case CW_FORM_PLATES:
    case CW_FORM_INTERDIGITAL:
    case CW_FORM_SENSOR:
    case CW_N_PASSIVE_FORMS:
    default:
      return 0;
    }
}

/**
 * cw_passive_get_n_corners:
 * @self: a valid passive device
 *
 * Returns: how many right-angled corners its conductor has: that of a meander, a square spiral or a
 *   resonator of a hairpin filter
 */
guint32
cw_passive_get_n_corners (const CwPassive *self)
{
  guint32 n = (guint32) self->values[CW_PARAMETER_COUNT];

  if (self->form == CW_FORM_MEANDER)
    return 2 * (n - 1);
  if (self->form == CW_FORM_SQUARE_SPIRAL || self->form == CW_FORM_LOW_PASS)
    return 4 * n + 1; /* and the one of the lead to its terminal */

  return self->form == CW_FORM_HAIRPIN ? 2 : 0;
}

/**
 * cw_passive_get_underpass_length:
 * @self: a valid passive device
 * @technology: the stack
 *
 * Returns: how long the underpass of a spiral is from via to via, 0 for other forms [nm]
 */
double
cw_passive_get_underpass_length (const CwPassive *self, const CwTechnology *technology)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPassiveCoil coil;

  if (!is_spiral (self))
    return 0;

  coil = cw_passive_get_coil (self, technology, path);
  return (double) coil.inner.x - coil.exit.x;
}
