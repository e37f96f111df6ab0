/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/claims/cw-claims-private.h"

/* what is said last counts */
CwClaimState
cw_evidence_say (CwEvidence *self, CwClaimState state, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_vprintf (self->reason, format, args);
  va_end (args);
  self->state = state;

  return state;
}

void
cw_evidence_add_item (CwEvidence *self, CwId id)
{
  if (self->items->len < CW_SAMPLE)
    g_array_append_val (self->items, id);
}

void
cw_evidence_add_sample (CwEvidence *self, const CwSample *sample)
{
  for (guint i = 0; i < sample->n_kept; i++)
    cw_evidence_add_item (self, sample->kept[i]);
}

void
cw_evidence_add_ids (CwEvidence *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    cw_evidence_add_item (self, g_array_index (ids, CwId, i));
}

const char *
cw_claim_context_get_level_name (const CwClaimContext *self, guint level)
{
  const CwLevel *found = cw_technology_get_level (self->technology, level);

  return found != NULL ? found->name : "?";
}

/* the step that makes an insulator */
CwStepKind
cw_claim_context_get_deposit (const CwClaimContext *self, guint level)
{
  if (level != self->thin_organic)
    return CW_STEP_DEPOSIT_DIELECTRIC;

  return self->flow->method == CW_METHOD_B ? CW_STEP_PROVIDE_SHEET : CW_STEP_DEPOSIT_THIN_ORGANIC;
}

/* the first step of a kind on a level; kinds that name no level are found on any */
static gint
find_step (const CwClaimContext *context, const CwLink *link)
{
  gint found = cw_flow_find (context->flow, link->kind, link->level);

  if (found < 0 && link->level != CW_LEVEL_NONE)
    {
      found = cw_flow_find (context->flow, link->kind, CW_LEVEL_NONE);
      if (found >= 0 && context->flow->steps[found].level != CW_LEVEL_NONE)
        found = -1;
    }
  return found;
}

static void
say_missing (CwEvidence *self, const CwClaimContext *context, const CwLink *link)
{
  const char *name = cw_step_kind_get_name (link->kind);

  if (link->level == CW_LEVEL_NONE)
    cw_evidence_say (self, CW_CLAIM_NOT_USED, "the flow has no step “%s”", name);
  else
    cw_evidence_say (self, CW_CLAIM_NOT_USED, "the flow has no step “%s” for %s", name,
                     cw_claim_context_get_level_name (context, link->level));
}

/* whether the flow has all steps, one after the other; says what is missing, in the wrong place, or
 * in which places they are */
gboolean
cw_evidence_has_chain (CwEvidence *self, const CwClaimContext *context, const CwLink *links,
                       gsize n_links)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint before = -1;

  for (gsize i = 0; i < n_links; i++)
    {
      gint step = find_step (context, &links[i]);
      g_autofree char *label = NULL;

      if (step < 0)
        {
          say_missing (self, context, &links[i]);
          return FALSE;
        }

      label = cw_flow_dup_step_label (context->flow, (guint) step);
      if (step < before)
        {
          g_autofree char *late = cw_flow_dup_step_label (context->flow, (guint) before);

          cw_evidence_say (self, CW_CLAIM_VIOLATED, "step %s (%s) comes before step %s (%s), R14",
                           label, cw_step_kind_get_name (links[i].kind), late,
                           cw_step_kind_get_name (context->flow->steps[before].kind));
          return FALSE;
        }
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", then " : "step ", label,
                              cw_step_kind_get_name (links[i].kind));
      g_array_append_val (self->steps, step);
      before = step;
    }

  cw_evidence_say (self, CW_CLAIM_SATISFIED, "%s", text->str);
  return TRUE;
}
