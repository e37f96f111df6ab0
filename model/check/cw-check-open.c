/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static CwCoord
open_reach (const CwCheckRules *rules, guint level)
{
  return 0;
}

/* one message for each link that the net lacks, so one for each island but one */
static void
open_run (CwCheckContext *context, CwId net)
{
  gint rule = cw_check_find_rule (context, CW_RULE_OPEN, 0, net, net);
  const CwConnectNet *pieces = cw_connect_get_net (context->connect, net);
  g_autoptr (GArray) airwires = NULL;

  if (rule < 0 || pieces == NULL || pieces->n_islands < 2)
    return;

  airwires = cw_connect_get_airwires (context->connect, net);
  for (guint i = 0; i < airwires->len; i++)
    {
      const CwAirwire *airwire = &g_array_index (airwires, CwAirwire, i);

      cw_check_append (context, rule,
                       (CwViolation){
                           .found = airwire->length,
                           .items = { airwire->items[0], airwire->items[1] },
                           .parts = { airwire->parts[0], airwire->parts[1] },
                           .nets = { net, net },
                           .at = { airwire->a, airwire->b },
                           .level = CW_LEVEL_NONE,
                       });
    }
}

const CwCheckKind cw_check_open = {
  .name = "open",
  .rule = CW_RULE_OPEN,
  .reach = open_reach,
  .run_net = open_run,
};
