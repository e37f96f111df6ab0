/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

#include "model/base/cw-length.h"

#define NO_NUMBER (-1)

/* Numbers of the steps in CLAIMS sections 3 to 5 for the methods A, B and C. What makes the
 * substrate of method A and what is repeated from the second wiring level on is seen to below. */
static const gint8 numbers[CW_N_STEP_KINDS][CW_N_METHODS] = {
  [CW_STEP_PROVIDE_SUBSTRATE] = { 1, NO_NUMBER, NO_NUMBER },
  [CW_STEP_PROVIDE_HEAT] = { 1, NO_NUMBER, NO_NUMBER },
  [CW_STEP_LAMINATE] = { 1, NO_NUMBER, NO_NUMBER },
  [CW_STEP_FORM_CAVITIES] = { 1, NO_NUMBER, NO_NUMBER },
  [CW_STEP_PROVIDE_SHEET] = { NO_NUMBER, 1, NO_NUMBER },
  [CW_STEP_PROVIDE_CARRIER] = { NO_NUMBER, NO_NUMBER, 1 },
  [CW_STEP_APPLY_FILM] = { NO_NUMBER, 2, 2 },
  [CW_STEP_APPLY_ADHESIVE] = { 2, 5, 5 },
  [CW_STEP_PLACE_DIES] = { 2, 2, 2 },
  [CW_STEP_FILL] = { 3, 3, 3 },
  [CW_STEP_PLANARISE] = { 3, 4, 4 },
  [CW_STEP_ADHERE_SUBSTRATE] = { NO_NUMBER, 5, 5 },
  [CW_STEP_TURN_OVER] = { NO_NUMBER, 5, 5 },
  [CW_STEP_REMOVE_CARRIER] = { NO_NUMBER, NO_NUMBER, 6 },
  [CW_STEP_REMOVE_FILLING] = { NO_NUMBER, NO_NUMBER, 6 },
  [CW_STEP_SECOND_FILL] = { NO_NUMBER, NO_NUMBER, 7 },
  [CW_STEP_THIN_SHEET] = { NO_NUMBER, 6, NO_NUMBER },
  [CW_STEP_DEPOSIT_DIELECTRIC] = { 4, 7, 8 },
  [CW_STEP_OPEN_HOLES] = { 5, 7, 9 },
  [CW_STEP_FILL_VIAS] = { 6, 8, 9 },
  [CW_STEP_DEPOSIT_WIRING] = { 7, 9, 10 },
  [CW_STEP_DEPOSIT_PASSIVATION] = { 9, 11, 12 },
  [CW_STEP_OPEN_PASSIVATION] = { 9, 11, 12 },
  [CW_STEP_DEPOSIT_UBM] = { 9, 11, 12 },
  [CW_STEP_ATTACH_BALLS] = { 10, 12, 13 },
  [CW_STEP_SINGULATE] = { 11, 13, 14 },
  [CW_STEP_DEPOSIT_THIN_ORGANIC] = { 3, NO_NUMBER, 7 },
};
static const gint8 repeated[CW_N_METHODS] = { 8, 10, 11 };

guint
cw_flow_get_first_wiring (const CwFlow *self)
{
  guint first = CW_LEVEL_NONE;

  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i].kind == CW_STEP_DEPOSIT_WIRING)
      first = MIN (first, self->steps[i].level);

  return first;
}

gboolean
cw_method_has_step (CwMethod method, CwStepKind kind)
{
  return (guint) kind < CW_N_STEP_KINDS && numbers[kind][method] != NO_NUMBER;
}

static gboolean
is_substrate_step (CwStepKind kind)
{
  return kind == CW_STEP_PROVIDE_SUBSTRATE || kind == CW_STEP_PROVIDE_HEAT
         || kind == CW_STEP_LAMINATE || kind == CW_STEP_FORM_CAVITIES;
}

static gboolean
is_wiring_step (CwStepKind kind)
{
  return kind == CW_STEP_DEPOSIT_DIELECTRIC || kind == CW_STEP_OPEN_HOLES
         || kind == CW_STEP_FILL_VIAS || kind == CW_STEP_DEPOSIT_WIRING;
}

/* what makes the substrate is A0, but for the last of it: with that it is there, A1 */
static gboolean
is_substrate_ready (const CwFlow *self, guint step)
{
  for (guint i = step + 1; i < self->n_steps; i++)
    if (is_substrate_step (self->steps[i].kind))
      return FALSE;

  return TRUE;
}

static gint
get_number (const CwFlow *self, guint step, guint first_wiring)
{
  CwStepKind kind = self->steps[step].kind;

  if ((guint) kind >= CW_N_STEP_KINDS)
    return NO_NUMBER;
  if (self->method == CW_METHOD_A && is_substrate_step (kind))
    return is_substrate_ready (self, step) ? 1 : 0;
  if (is_wiring_step (kind) && first_wiring != CW_LEVEL_NONE
      && self->steps[step].level > first_wiring)
    return repeated[self->method];

  return numbers[kind][self->method];
}

/**
 * cw_flow_dup_step_label:
 * @self: a flow
 * @step: index of a step
 *
 * Gets the short label of a step: the letter of the method and the step's number in the claims'
 * order, such as `A4`. Steps that share a number are counted: `A8.2`. A step that the method
 * does not have is `A*`.
 *
 * Returns: (transfer full): the label
 */
char *
cw_flow_dup_step_label (const CwFlow *self, guint step)
{
  char letter = (char) ('A' + self->method);
  g_autofree char *label = NULL;
  guint first_wiring = cw_flow_get_first_wiring (self);
  guint ordinal = 0;
  guint n_alike = 0;
  gint number;

  g_return_val_if_fail (step < self->n_steps, NULL);

  number = get_number (self, step, first_wiring);
  for (guint i = 0; i < self->n_steps; i++)
    if (get_number (self, i, first_wiring) == number)
      {
        n_alike++;
        ordinal += i <= step;
      }

  label = number == NO_NUMBER ? g_strdup_printf ("%c*", letter)
                              : g_strdup_printf ("%c%d", letter, number);
  return n_alike == 1 ? g_steal_pointer (&label) : g_strdup_printf ("%s.%u", label, ordinal);
}

static const char *
get_level_name (const CwTechnology *technology, guint level)
{
  const CwLevel *found = cw_technology_get_level (technology, level);

  return found != NULL ? found->name : "?";
}

/* " (Polyimide, 7 µm)", either part only when it is known */
static char *
dup_figures (const CwTechnology *technology, guint material, gint64 thickness, const char *more)
{
  const CwMaterial *found = cw_technology_get_material (technology, material);
  g_autofree char *length
      = thickness > 0 ? cw_length_format_with_unit (thickness, CW_UNIT_UM) : NULL;

  if (found == NULL && length == NULL)
    return g_strdup ("");
  if (length == NULL)
    return g_strdup_printf (" (%s)", found->name);
  if (found == NULL)
    return g_strdup_printf (" (%s%s)", length, more);

  return g_strdup_printf (" (%s, %s%s)", found->name, length, more);
}

/* figures of the step itself, else of its level */
static char *
dup_step_figures (const CwTechnology *technology, const CwStep *step, const char *more)
{
  const CwLevel *level = cw_technology_get_level (technology, step->level);
  gboolean is_fill = step->kind == CW_STEP_FILL || step->kind == CW_STEP_SECOND_FILL
                     || step->kind == CW_STEP_FILL_VIAS;
  guint material = step->material;
  CwCoord thickness = step->thickness;

  if (material == CW_MATERIAL_NONE && level != NULL)
    material = level->material;
  if (thickness == 0 && level != NULL && !is_fill)
    thickness = level->thickness;

  return dup_figures (technology, material, thickness, more);
}

static char *
dup_substrate_figures (const CwTechnology *technology)
{
  guint material = CW_MATERIAL_NONE;
  gint64 thickness = 0;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);

      if (level->kind != CW_LEVEL_SUBSTRATE && level->kind != CW_LEVEL_HEAT)
        continue;
      thickness += level->thickness;
      if (level->kind == CW_LEVEL_SUBSTRATE)
        material = level->material;
    }

  return dup_figures (technology, material, thickness, "");
}

static const char *
get_deposit_verb (const CwTechnology *technology, guint level)
{
  const CwLevel *wiring = cw_technology_get_level (technology, level);

  switch (wiring != NULL ? wiring->deposition : CW_DEPOSITION_NONE)
    {
    case CW_DEPOSITION_SPUTTERING:
      return "Sputter";

    case CW_DEPOSITION_ELECTROPLATING:
      return "Electroplate";

    case CW_DEPOSITION_ELECTROLESS:
      return "Electroless-plate";

    case CW_DEPOSITION_NONE:
    case CW_N_DEPOSITIONS:
    default:
      return "Deposit";
    }
}

static char *
dup_thinned (const CwTechnology *technology, const CwStep *step)
{
  const CwLevel *level = cw_technology_get_level (technology, step->level);
  g_autofree char *length
      = cw_length_format_with_unit (level != NULL ? level->thickness : 0, CW_UNIT_UM);

  return g_strdup_printf ("Thin insulating sheet %s to %s",
                          get_level_name (technology, step->level), length);
}

typedef enum
{
  WITH_NOTHING,
  WITH_LEVEL,
  WITH_FIGURES,
  WITH_BOTH,
} With;

/* Names of the steps: the words, then what follows them. Those with words of their own in some
 * methods are in get_words (). */
static const struct
{
  const char *words;
  With with;
} names[CW_N_STEP_KINDS] = {
  [CW_STEP_PROVIDE_SUBSTRATE] = { "Provide substrate", WITH_BOTH },
  [CW_STEP_PROVIDE_HEAT] = { "Provide heat-conducting layer", WITH_BOTH },
  [CW_STEP_LAMINATE] = { "Laminate", WITH_BOTH },
  [CW_STEP_FORM_CAVITIES] = { "Form cavities in", WITH_LEVEL },
  [CW_STEP_PROVIDE_SHEET] = { "Provide insulating sheet", WITH_BOTH },
  [CW_STEP_PROVIDE_CARRIER] = { "Provide carrier", WITH_FIGURES },
  [CW_STEP_APPLY_FILM] = { "Apply film for the active surfaces", WITH_FIGURES },
  [CW_STEP_APPLY_ADHESIVE] = { "Apply adhesive", WITH_BOTH },
  [CW_STEP_PLACE_DIES] = { "Place dies face down", WITH_NOTHING },
  [CW_STEP_FILL] = { "Fill around the dies", WITH_FIGURES },
  [CW_STEP_PLANARISE] = { "Planarise and thin filling and dies from the back", WITH_NOTHING },
  [CW_STEP_ADHERE_SUBSTRATE] = { "Adhere organic substrate to filling and dies", WITH_FIGURES },
  [CW_STEP_TURN_OVER] = { "Turn over", WITH_NOTHING },
  [CW_STEP_REMOVE_CARRIER] = { "Remove carrier and film", WITH_NOTHING },
  [CW_STEP_REMOVE_FILLING] = { "Remove first filling", WITH_NOTHING },
  [CW_STEP_SECOND_FILL] = { "Fill again, planar to the active surfaces", WITH_FIGURES },
  [CW_STEP_THIN_SHEET] = { "Thin insulating sheet", WITH_LEVEL },
  [CW_STEP_DEPOSIT_DIELECTRIC] = { "Deposit dielectric", WITH_BOTH },
  [CW_STEP_OPEN_HOLES] = { "Pattern holes in", WITH_LEVEL },
  [CW_STEP_FILL_VIAS] = { "Fill vias in", WITH_BOTH },
  [CW_STEP_DEPOSIT_WIRING] = { "Deposit wiring", WITH_BOTH },
  [CW_STEP_DEPOSIT_PASSIVATION] = { "Deposit passivation", WITH_BOTH },
  [CW_STEP_OPEN_PASSIVATION] = { "Open passivation", WITH_LEVEL },
  [CW_STEP_DEPOSIT_UBM] = { "Deposit under-bump metal", WITH_BOTH },
  [CW_STEP_ATTACH_BALLS] = { "Attach bonding points", WITH_BOTH },
  [CW_STEP_SINGULATE] = { "Singulate", WITH_NOTHING },
  [CW_STEP_DEPOSIT_THIN_ORGANIC] = { "Deposit thin organic layer", WITH_BOTH },
};

static const char *
get_words (const CwFlow *self, const CwTechnology *technology, const CwStep *step)
{
  gboolean is_moulded = cw_technology_get_substrate (technology) == CW_SUBSTRATE_MOULDED;

  if (self->method == CW_METHOD_A && step->kind == CW_STEP_PLACE_DIES)
    return "Place dies face up";
  if (self->method == CW_METHOD_A && step->kind == CW_STEP_PLANARISE)
    return "Planarise filling to the active surfaces";
  if (is_moulded && step->kind == CW_STEP_LAMINATE)
    return "Mould";
  if (is_moulded && step->kind == CW_STEP_PROVIDE_SUBSTRATE)
    return "Mould substrate";

  return names[step->kind].words;
}

/* boards that come with what is open in them */
static gboolean
has_openings (const CwTechnology *technology, const CwStep *step)
{
  return step->kind == CW_STEP_LAMINATE
         || (step->kind == CW_STEP_PROVIDE_SUBSTRATE
             && cw_technology_get_substrate (technology) == CW_SUBSTRATE_MOULDED);
}

/**
 * cw_flow_dup_step_name:
 * @self: a flow
 * @technology: the technology that its levels are of
 * @step: index of a step
 *
 * Says in plain English what a step does, with level, material and thickness, such as
 * `Deposit dielectric D1 (Polyimide, 7 µm)`.
 *
 * Returns: (transfer full): the name
 */
char *
cw_flow_dup_step_name (const CwFlow *self, const CwTechnology *technology, guint step)
{
  g_autofree char *figures = NULL;
  const CwStep *at;
  const char *words;

  g_return_val_if_fail (step < self->n_steps, NULL);

  at = &self->steps[step];
  g_return_val_if_fail ((guint) at->kind < CW_N_STEP_KINDS, NULL);

  if (at->kind == CW_STEP_THIN_SHEET)
    return dup_thinned (technology, at);
  if (at->kind == CW_STEP_DEPOSIT_WIRING)
    {
      figures = dup_step_figures (technology, at, "");
      return g_strdup_printf ("%s wiring %s%s", get_deposit_verb (technology, at->level),
                              get_level_name (technology, at->level), figures);
    }

  words = get_words (self, technology, at);
  if (at->kind == CW_STEP_ADHERE_SUBSTRATE)
    figures = dup_substrate_figures (technology);
  else
    figures = dup_step_figures (technology, at,
                                at->kind != CW_STEP_FILL      ? ""
                                : self->method == CW_METHOD_A ? " over the dies"
                                                              : " over the backs");
  switch (names[at->kind].with)
    {
    case WITH_LEVEL:
      return g_strdup_printf ("%s %s", words, get_level_name (technology, at->level));

    case WITH_FIGURES:
      return g_strconcat (words, figures, NULL);

    case WITH_BOTH:
      return g_strdup_printf ("%s %s%s%s", words, get_level_name (technology, at->level),
                              has_openings (technology, at) ? " with its openings" : "", figures);

    case WITH_NOTHING:
    default:
      return g_strdup (words);
    }
}
