/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-passive-text.h"

#include <glib/gi18n.h>

#include "model/physics/cw-passive-value.h"

static const char *const forms[] = {
  [CW_FORM_BAR] = N_ ("Resistor: bar"),
  [CW_FORM_MEANDER] = N_ ("Resistor: meander"),
  [CW_FORM_SQUARE_SPIRAL] = N_ ("Inductor: square spiral"),
  [CW_FORM_OCTAGON_SPIRAL] = N_ ("Inductor: octagonal spiral"),
  [CW_FORM_ROUND_SPIRAL] = N_ ("Inductor: round spiral"),
  [CW_FORM_PLATES] = N_ ("Capacitor: plates"),
  [CW_FORM_INTERDIGITAL] = N_ ("Capacitor: interdigital"),
  [CW_FORM_MICROSTRIP] = N_ ("Wave-guide: microstrip"),
  [CW_FORM_COPLANAR] = N_ ("Wave-guide: coplanar"),
  [CW_FORM_STRIPLINE] = N_ ("Wave-guide: stripline"),
  [CW_FORM_LOW_PASS] = N_ ("Filter: low-pass"),
  [CW_FORM_HAIRPIN] = N_ ("Filter: hairpin"),
  [CW_FORM_SENSOR] = N_ ("MEMS: sensor"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == CW_N_PASSIVE_FORMS);

static const char *const parameters[] = {
  [CW_PARAMETER_WIDTH] = N_ ("Width"),      [CW_PARAMETER_SPACE] = N_ ("Space"),
  [CW_PARAMETER_LENGTH] = N_ ("Length"),    [CW_PARAMETER_HEIGHT] = N_ ("Height"),
  [CW_PARAMETER_INNER] = N_ ("Inner size"), [CW_PARAMETER_GROUND] = N_ ("Ground width"),
  [CW_PARAMETER_COUNT] = N_ ("Count"),      [CW_PARAMETER_KEEP_OUT] = N_ ("Keep-out"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parameters) == CW_N_PASSIVE_PARAMETERS);

/**
 * cw_passive_form_get_label:
 * @form: a form
 *
 * Returns: what the user sees, translated
 */
const char *
cw_passive_form_get_label (CwPassiveForm form)
{
  g_return_val_if_fail ((guint) form < CW_N_PASSIVE_FORMS, "");

  return _ (forms[form]);
}

static const char *
get_count_label (CwPassiveForm form)
{
  switch (form)
    {
    case CW_FORM_MEANDER:
      return _ ("Legs");

    case CW_FORM_SQUARE_SPIRAL:
    case CW_FORM_OCTAGON_SPIRAL:
    case CW_FORM_ROUND_SPIRAL:
    case CW_FORM_LOW_PASS:
      return _ ("Turns");

    case CW_FORM_INTERDIGITAL:
      return _ ("Fingers");

    case CW_FORM_HAIRPIN:
      return _ ("Resonators");

    case CW_FORM_BAR:
    case CW_FORM_PLATES:
    case CW_FORM_MICROSTRIP:
    case CW_FORM_COPLANAR:
    case CW_FORM_STRIPLINE:
    case CW_FORM_SENSOR:
    case CW_N_PASSIVE_FORMS:
    default:
      return _ (parameters[CW_PARAMETER_COUNT]);
    }
}

/**
 * cw_passive_parameter_get_label:
 * @form: a form
 * @parameter: a parameter of it
 *
 * Returns: what the user sees, translated
 */
const char *
cw_passive_parameter_get_label (CwPassiveForm form, CwPassiveParameter parameter)
{
  g_return_val_if_fail ((guint) parameter < CW_N_PASSIVE_PARAMETERS, "");

  if (parameter == CW_PARAMETER_COUNT)
    return get_count_label (form);
  if (parameter == CW_PARAMETER_INNER && form == CW_FORM_SENSOR)
    return _ ("Membrane");
  if (form == CW_FORM_LOW_PASS && parameter == CW_PARAMETER_LENGTH)
    return _ ("Plate length");
  if (form == CW_FORM_LOW_PASS && parameter == CW_PARAMETER_HEIGHT)
    return _ ("Plate height");

  return _ (parameters[parameter]);
}

/**
 * cw_passive_dup_value_text:
 * @passive: a passive device that is valid
 * @technology: the stack
 * @in_range: (out): whether the formulas hold for all of it
 *
 * Writes what a device is worth in one line; where a formula does not hold, it says where it does. What
 * lacks a figure of a material is a question mark.
 *
 * Returns: (transfer full): the line
 */
char *
cw_passive_dup_value_text (const CwPassive *passive, const CwTechnology *technology,
                           gboolean *in_range)
{
  CwPassiveValue values[CW_MAX_PASSIVE_VALUES];
  guint n = cw_passive_list_values (passive, technology, values);
  GString *text = g_string_new (NULL);
  const char *range = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_known = values[i].estimate.in_range || values[i].estimate.value != 0;
      g_autofree char *value = is_known ? cw_passive_value_format (&values[i])
                                        : g_strdup_printf ("%s = ?", values[i].symbol);

      /* what is not known for want of a figure is no reason to doubt the chief value */
      if (!values[i].estimate.in_range && range == NULL && (is_known || i == 0))
        range = values[i].estimate.range;
      g_string_append_printf (text, "%s%s", i > 0 ? "   " : "", value);
    }
  /* Translators: the range in which a formula holds follows */
  if (range != NULL)
    g_string_append_printf (text, "   %s %s", _ ("outside:"), range);
  *in_range = range == NULL;

  return g_string_free (text, FALSE);
}
