/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

#define WIDTH_OTHERWISE (10 * CW_UM) /* where no rule tells */

/* the topmost wiring level that has what the form needs, else the topmost one */
static void
init_levels (CwPassive *self, const CwTechnology *technology)
{
  guint n = cw_technology_get_n_wiring_levels (technology);
  guint level = n > 0 ? n - 1 : 0;
  gboolean needs_top = cw_passive_form_needs_top_level (self->form);

  if (needs_top && n > 1)
    level--;
  self->level = (guint8) cw_technology_get_wiring_level (technology, level);
  self->other_level = CW_LEVEL_NONE;
  self->top_level = CW_LEVEL_NONE;
  if (cw_passive_form_needs_other_level (self->form) && level > 0)
    self->other_level = (guint8) cw_technology_get_wiring_level (technology, level - 1);
  if (needs_top && level + 1 < n)
    self->top_level = (guint8) cw_technology_get_wiring_level (technology, level + 1);
}

static CwCoord
get_limit (const CwPassive *self, const CwTechnology *technology, CwRuleKind kind)
{
  CwCoord limit = 0;

  for (guint level = 0; level < cw_technology_get_n_levels (technology); level++)
    if (level == self->level || level == self->other_level || level == self->top_level)
      limit = MAX (limit, cw_technology_get_limit (technology, kind, level));

  return limit > 0 ? limit : WIDTH_OTHERWISE;
}

/* what a form is made of at first, by width of its lines */
static void
init_sizes (CwPassive *self, const CwTechnology *technology)
{
  static const struct
  {
    gint16 width; /* in least widths; all others in widths */
    gint16 length;
    gint16 height;
    gint16 inner;
    gint16 ground;
    gint16 count; /* a number */
    gint16 keep_out;
  } defaults[CW_N_PASSIVE_FORMS] = {
    [CW_FORM_BAR] = { 1, 20, 0, 0, 0, 0, 0 },
    [CW_FORM_MEANDER] = { 1, 20, 0, 0, 0, 10, 0 },
    [CW_FORM_SQUARE_SPIRAL] = { 1, 0, 0, 10, 0, 3, 5 },
    [CW_FORM_OCTAGON_SPIRAL] = { 1, 0, 0, 10, 0, 3, 5 },
    [CW_FORM_ROUND_SPIRAL] = { 1, 0, 0, 10, 0, 3, 5 },
    [CW_FORM_PLATES] = { 1, 30, 30, 0, 0, 0, 0 },
    [CW_FORM_INTERDIGITAL] = { 1, 20, 0, 0, 0, 10, 0 },
    [CW_FORM_MICROSTRIP] = { 2, 50, 0, 0, 10, 0, 0 },
    [CW_FORM_COPLANAR] = { 2, 50, 0, 0, 4, 0, 0 },
    [CW_FORM_STRIPLINE] = { 1, 50, 0, 0, 10, 0, 0 },
    [CW_FORM_LOW_PASS] = { 1, 20, 20, 10, 0, 3, 5 },
    [CW_FORM_HAIRPIN] = { 1, 50, 0, 0, 0, 3, 0 },
    [CW_FORM_SENSOR] = { 2, 20, 20, 10, 0, 0, 5 },
  };
  CwCoord width
      = get_limit (self, technology, CW_RULE_WIDTH) * (CwCoord) defaults[self->form].width;

  width = MAX (width, CW_UM);
  self->values[CW_PARAMETER_WIDTH] = width;
  self->values[CW_PARAMETER_SPACE] = MAX (get_limit (self, technology, CW_RULE_CLEARANCE), CW_UM);
  self->values[CW_PARAMETER_LENGTH] = width * (CwCoord) defaults[self->form].length;
  self->values[CW_PARAMETER_HEIGHT] = width * (CwCoord) defaults[self->form].height;
  self->values[CW_PARAMETER_INNER] = width * (CwCoord) defaults[self->form].inner;
  self->values[CW_PARAMETER_GROUND] = width * (CwCoord) defaults[self->form].ground;
  self->values[CW_PARAMETER_COUNT] = defaults[self->form].count;
  self->values[CW_PARAMETER_KEEP_OUT] = width * (CwCoord) defaults[self->form].keep_out;
  if (self->other_level != CW_LEVEL_NONE && self->values[CW_PARAMETER_INNER] > 0)
    self->values[CW_PARAMETER_INNER]
        = MAX (self->values[CW_PARAMETER_INNER],
               cw_passive_get_land (self, technology) + 2 * self->values[CW_PARAMETER_SPACE]);

  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (!cw_passive_form_uses (self->form, i))
      self->values[i] = 0;
}

/**
 * cw_passive_init:
 * @self: (out caller-allocates): a passive device
 * @form: how it is drawn
 * @technology: the stack and its rules
 *
 * Fills a passive device of a form with sizes that the rules allow, at the origin, on the topmost
 * wiring level that has the wiring levels below and above that the form needs. Where the technology
 * has none the device keeps %CW_LEVEL_NONE and is not valid. It has no name and no nets yet.
 */
void
cw_passive_init (CwPassive *self, CwPassiveForm form, const CwTechnology *technology)
{
  g_return_if_fail ((guint) form < CW_N_PASSIVE_FORMS);

  *self = (CwPassive){ .form = (guint8) form };
  init_levels (self, technology);
  init_sizes (self, technology);
}

/**
 * cw_passive_set_form:
 * @self: a passive device
 * @form: how it shall be drawn
 * @technology: the stack and its rules
 *
 * Gives a passive device another form. Name, place and flags stay, and so do the sizes that both forms
 * have as long as they fit together; all else is as cw_passive_init () makes it. Nets stay when the
 * form has as many terminals, else it has none: whoever owns them still does.
 */
void
cw_passive_set_form (CwPassive *self, CwPassiveForm form, const CwTechnology *technology)
{
  CwPassive next;
  CwPassive fresh;

  cw_passive_init (&fresh, form, technology);
  fresh.name = self->name;
  fresh.at = self->at;
  fresh.angle = self->angle;
  fresh.mirror = self->mirror;
  fresh.flags = self->flags;
  if (cw_passive_form_get_n_terminals (form) == cw_passive_form_get_n_terminals (self->form))
    fresh.nets = self->nets;

  next = fresh;
  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (i != CW_PARAMETER_COUNT && cw_passive_form_uses (form, i)
        && cw_passive_form_uses (self->form, i))
      next.values[i] = self->values[i];

  *self = cw_passive_validate_levels (&next, technology, NULL)
                  && cw_passive_validate_ranges (&next, technology, NULL)
              ? next
              : fresh;
}
