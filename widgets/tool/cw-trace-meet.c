/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-trace-tool-private.h"

#define MOST_SHAPES 20000 /* that are looked at along a leg */

typedef struct
{
  CwShape leg;
  CwShape start; /* a dot where the leg begins */
  CwId net;
  gint64 distance;
  guint n_shapes;
} Meeting;

static gboolean
meet (const CwShape *shape, gpointer user_data)
{
  Meeting *meeting = user_data;
  CwGap gap;

  if (meeting->n_shapes++ >= MOST_SHAPES)
    return FALSE;
  if (shape->net == CW_ID_NONE || !cw_wiring_is_metal (shape)
      || !cw_shape_touches (shape, &meeting->leg))
    return TRUE;
  cw_shape_measure (shape, &meeting->start, &gap);
  if (gap.distance > meeting->distance
      || (gap.distance == meeting->distance && shape->net >= meeting->net))
    return TRUE;
  meeting->distance = gap.distance;
  meeting->net = shape->net;

  return TRUE;
}

static void
make_leg (CwShape *shape, CwPoint from, const CwLeg *leg, CwCoord width)
{
  *shape = (CwShape){ .kind = CW_SHAPE_CAPSULE };
  if (leg->sweep != 0)
    {
      shape->kind = CW_SHAPE_BAND;
      shape->band.arc = (CwArc){ from, leg->to, leg->sweep };
      shape->band.width = width;
      return;
    }
  shape->capsule.a = from;
  shape->capsule.b = leg->to;
  shape->capsule.width = width;
}

/* the net of the first metal that legs meet: what begins on nothing takes it */
CwId
cw_trace_find_met (const CwDesign *design, guint level, CwPoint from, CwCoord width,
                   const CwLeg *legs, guint n_legs)
{
  Meeting meeting = { .start = { .kind = CW_SHAPE_DISC }, .net = CW_ID_NONE };

  for (guint i = 0; i < n_legs && meeting.net == CW_ID_NONE; i++)
    {
      make_leg (&meeting.leg, from, &legs[i], width);
      meeting.start.disc.centre = from;
      meeting.start.disc.diameter = 1;
      meeting.distance = G_MAXINT64;
      cw_copper_foreach_shape (design, level, cw_shape_get_bounds (&meeting.leg), meet, &meeting);
      from = legs[i].to;
    }

  return meeting.net;
}
