/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/claims/cw-claim.h"

#include <glib/gi18n.h>

static const struct
{
  guint8 first;
  guint8 last;
  gboolean is_method;
  const char *title;
} sections[CW_N_CLAIM_SECTIONS] = {
  { 1, 29, FALSE, N_ ("Structure: one die") },
  { 30, 60, FALSE, N_ ("Structure: several dies") },
  { 176, 203, FALSE, N_ ("Structure: thin organic layer") },
  { 61, 101, TRUE, N_ ("Method A: dies face up") },
  { 102, 138, TRUE, N_ ("Method B: on a sheet that stays") },
  { 139, 175, TRUE, N_ ("Method C: on a carrier that is removed") },
};

/**
 * cw_claim_get_section:
 * @number: number of a claim, 1 to %CW_N_CLAIMS
 *
 * Returns: what it belongs to
 */
CwClaimSection
cw_claim_get_section (guint number)
{
  for (guint i = 0; i < CW_N_CLAIM_SECTIONS; i++)
    if (sections[i].first <= number && number <= sections[i].last)
      return (CwClaimSection) i;

  g_return_val_if_reached (CW_CLAIMS_ONE_DIE);
}

/**
 * cw_claim_section_get_range:
 * @section: a section
 * @first: (out): number of its first claim
 * @last: (out): number of its last claim
 *
 * Tells which claims belong to a section.
 */
void
cw_claim_section_get_range (CwClaimSection section, guint *first, guint *last)
{
  g_return_if_fail ((guint) section < CW_N_CLAIM_SECTIONS);

  *first = sections[section].first;
  *last = sections[section].last;
}

/**
 * cw_claim_section_is_method:
 * @section: a section
 *
 * Returns: whether it is about a way to make packages, not about the packages
 */
gboolean
cw_claim_section_is_method (CwClaimSection section)
{
  g_return_val_if_fail ((guint) section < CW_N_CLAIM_SECTIONS, FALSE);

  return sections[section].is_method;
}

/**
 * cw_claim_section_get_title:
 * @section: a section
 *
 * Returns: its title, to be translated
 */
const char *
cw_claim_section_get_title (CwClaimSection section)
{
  g_return_val_if_fail ((guint) section < CW_N_CLAIM_SECTIONS, "");

  return sections[section].title;
}

/**
 * cw_claim_state_get_name:
 * @state: a state
 *
 * Returns: its name in files
 */
const char *
cw_claim_state_get_name (CwClaimState state)
{
  static const char *const names[] = { "not_used", "satisfied", "violated" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (names), "?");
  return names[state];
}
