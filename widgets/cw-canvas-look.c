/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"

/* What is around the plan, as the user likes it: properties that settings are bound to. */

enum
{
  PROP_RULERS = 1,
  PROP_GRID,
  PROP_CROSSHAIR,
  PROP_MINIMAP,
  PROP_AIRWIRES,
  PROP_UI_SCALE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char *const airwire_names[] = {
  [CW_AIRWIRES_ALL] = "all", [CW_AIRWIRES_SELECTED] = "selected", [CW_AIRWIRES_NONE] = "none"
};

static gboolean
set_flag (CwCanvas *self, gboolean *flag, const GValue *value)
{
  gboolean wanted = g_value_get_boolean (value);

  if (*flag == wanted)
    return FALSE;
  *flag = wanted;
  cw_canvas_redraw_marks (self);
  gtk_widget_queue_draw (self->live);

  return TRUE;
}

static gboolean
set_airwires (CwCanvas *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (airwire_names); i++)
    if (g_strcmp0 (airwire_names[i], name) == 0 && self->airwires != (CwAirwireMode) i)
      {
        self->airwires = (CwAirwireMode) i;
        cw_canvas_redraw_marks (self);
        return TRUE;
      }

  return FALSE;
}

static gboolean
set_ui_scale (CwCanvas *self, int percent)
{
  double scale = CLAMP (percent, 100, 300) / 100.0;

  if (self->ui_scale == scale)
    return FALSE;
  self->ui_scale = scale;
  cw_canvas_update_style (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return TRUE;
}

void
cw_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  CwCanvas *self = CW_CANVAS (object);
  gboolean changed = FALSE;

  switch (id)
    {
    case PROP_RULERS:
      changed = set_flag (self, &self->rulers, value);
      break;

    case PROP_GRID:
      changed = set_flag (self, &self->grid, value);
      cw_canvas_update_style (self);
      break;

    case PROP_CROSSHAIR:
      changed = set_flag (self, &self->full_crosshair, value);
      break;

    case PROP_MINIMAP:
      changed = set_flag (self, &self->minimap_wanted, value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;

    case PROP_AIRWIRES:
      changed = set_airwires (self, g_value_get_string (value));
      break;

    case PROP_UI_SCALE:
      changed = set_ui_scale (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
  if (changed)
    g_object_notify_by_pspec (object, spec);
}

void
cw_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  CwCanvas *self = CW_CANVAS (object);

  switch (id)
    {
    case PROP_RULERS:
      g_value_set_boolean (value, self->rulers);
      break;

    case PROP_GRID:
      g_value_set_boolean (value, self->grid);
      break;

    case PROP_CROSSHAIR:
      g_value_set_boolean (value, self->full_crosshair);
      break;

    case PROP_MINIMAP:
      g_value_set_boolean (value, self->minimap_wanted);
      break;

    case PROP_AIRWIRES:
      g_value_set_static_string (value, airwire_names[self->airwires]);
      break;

    case PROP_UI_SCALE:
      g_value_set_int (value, (int) lrint (self->ui_scale * 100));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static GParamSpec *
new_flag (const char *name, gboolean value)
{
  return g_param_spec_boolean (name, NULL, NULL, value,
                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                   | G_PARAM_STATIC_STRINGS);
}

void
cw_canvas_install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * CwCanvas:rulers:
   *
   * Whether rulers run along the upper and the left border.
   */
  props[PROP_RULERS] = new_flag ("rulers", TRUE);

  /**
   * CwCanvas:grid:
   *
   * Whether the grid is shown.
   */
  props[PROP_GRID] = new_flag ("grid", TRUE);

  /**
   * CwCanvas:crosshair:
   *
   * Whether lines through the pointer go from border to border.
   */
  props[PROP_CROSSHAIR] = new_flag ("crosshair", FALSE);

  /**
   * CwCanvas:minimap:
   *
   * Whether a small picture of the package shows which part is seen, where that is little.
   */
  props[PROP_MINIMAP] = new_flag ("minimap", TRUE);

  /**
   * CwCanvas:airwires:
   *
   * Which missing connections are shown: `all`, `selected` or `none`.
   */
  props[PROP_AIRWIRES] = g_param_spec_string ("airwires", NULL, NULL, "all", flags);

  /**
   * CwCanvas:ui-scale:
   *
   * How large words, lines and handles are [%].
   */
  props[PROP_UI_SCALE] = g_param_spec_int ("ui-scale", NULL, NULL, 100, 300, 100, flags);
  g_object_class_install_properties (klass, N_PROPS, props);
}
