/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/check/cw-waivers.h"
#include "model/design/cw-document.h"
#include "widgets/tool/cw-draw-settings.h"
#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwBehaviour:
 * @CW_BEHAVIOUR_STOP: the ghost of a trace ends at the last legal point
 * @CW_BEHAVIOUR_WALK_AROUND: it goes around what is in the way, and stops where there is no way
 * @CW_BEHAVIOUR_ALLOW: it goes on and is shown in red
 *
 * What happens where drawing on would break a rule.
 */
typedef enum
{
  CW_BEHAVIOUR_STOP,
  CW_BEHAVIOUR_WALK_AROUND,
  CW_BEHAVIOUR_ALLOW,
  CW_N_BEHAVIOURS
} CwBehaviour;

/**
 * CwViaChain:
 * @CW_VIA_CHAIN_WHOLE: one via through all of them
 * @CW_VIA_CHAIN_STACKED: one on top of the other
 * @CW_VIA_CHAIN_STAGGERED: one beside the other, with traces between them
 *
 * How several levels are joined at a place.
 */
typedef enum
{
  CW_VIA_CHAIN_WHOLE,
  CW_VIA_CHAIN_STACKED,
  CW_VIA_CHAIN_STAGGERED,
  CW_N_VIA_CHAINS
} CwViaChain;

#define CW_STEP_FINISHED G_MAXUINT

/**
 * CwToolSettings:
 * @visible_levels: a bit for each level that is seen
 * @locked_levels: a bit for each level that the pointer takes nothing on
 * @faded_levels: a bit for each level that steps back
 * @active_level: the level that is worked on
 * @filter: %CwFilter, what may be taken
 * @grid: [nm], 0 for none
 * @unit: unit of numbers without one
 * @highlight_net: net that is highlighted, or %CW_ID_NONE
 * @angle_mode: %CwAngleMode
 * @posture: whether the leg along the axis comes second
 * @behaviour: %CwBehaviour
 * @trace_width: width of the next trace, 0 for that of its net or of the technology [nm]
 * @click_fixes_all: whether a click fixes all legs of a trace instead of all but the last
 * @round_corners: whether the corners of the next legs are round
 * @corner_radius: radius of round corners, 0 for the usual one [nm]
 * @via_hole: hole of the next via, 0 for the usual one [nm]
 * @via_land: land of the next via [nm]
 * @via_chain: how several levels are joined
 * @via_offset: distance of staggered vias, 0 for the usual one [nm]
 * @via_pitch: distance of the vias in a row, 0 for the usual one [nm]
 * @via_count: how many vias a row has, 0 for as many as fit
 * @die_type: die type to place, or %CW_ID_NONE
 * @right_click_finishes: whether a right click finishes instead of opening the menu
 * @type_to_enter: whether a digit opens the first field
 * @step: step of the process flow that is shown, %CW_STEP_FINISHED for the finished package
 * @marked_level: level that the section points out, or %CW_LEVEL_NONE
 * @passive_form: form of the next passive device, #CwPassiveForm
 * @bus_kind: kind of the next bus, #CwBusKind
 * @bus_net: net of the next bus, or %CW_ID_NONE for that of the metal where it begins, else the first
 *   power or ground net
 * @bus_has_no_net: whether the next bus has no net at all
 * @bus_width: width of its lines, 0 for that of its net or of the technology [nm]
 * @bus_pitch: distance of its lines or ribs, 0 for the usual one [nm]
 * @bus_reach: how far its ribs reach, 0 for the usual length [nm]
 * @cavity_depth: depth of the next cavity, 0 through its level, negative for the usual one [nm]
 * @cavity_draft: draft of its walls, negative for the usual one [µdeg]
 * @cavity_margin: how far a cavity around a die reaches beyond its body [nm]
 * @origin: the local origin, which distances are shown from [nm]
 * @draw: what the tools that place and draw items draw next
 * @faint: how much of what lies below shows through each level [%]
 * @lasso: whether a drag beside all items draws a lasso instead of a box
 * @measure_hover: whether hovering shows the way from what is selected, as with Alt
 * @no_guides: whether what is moved does not line up with what lies around it
 * @snap_active: whether the pointer snaps to things on the active level only
 *
 * What the user has set around the tools. Not part of the design, not part of undo.
 */
typedef struct
{
  guint64 visible_levels;
  guint64 locked_levels;
  guint64 faded_levels;
  guint8 active_level;
  guint filter;
  CwCoord grid;
  CwUnit unit;
  CwId highlight_net;
  CwAngleMode angle_mode;
  gboolean posture;
  CwBehaviour behaviour;
  CwCoord trace_width;
  gboolean click_fixes_all;
  gboolean round_corners;
  CwCoord corner_radius;
  CwCoord via_hole;
  CwCoord via_land;
  CwViaChain via_chain;
  CwCoord via_offset;
  CwCoord via_pitch;
  guint via_count;
  CwId die_type;
  gboolean right_click_finishes;
  gboolean type_to_enter;
  guint step;
  guint8 marked_level;
  guint8 passive_form;
  guint8 bus_kind;
  CwId bus_net;
  gboolean bus_has_no_net;
  CwCoord bus_width;
  CwCoord bus_pitch;
  CwCoord bus_reach;
  CwCoord cavity_depth;
  CwAngle cavity_draft;
  CwCoord cavity_margin;
  CwPoint origin;
  CwDrawSettings draw;
  guint8 faint[CW_MAX_LEVELS];
  gboolean lasso;
  gboolean measure_hover;
  gboolean no_guides;
  gboolean snap_active;
} CwToolSettings;

/**
 * CwToolRequest:
 * @CW_REQUEST_TOAST: tell the user the text
 * @CW_REQUEST_PROPERTIES: show the properties of the item
 * @CW_REQUEST_MENU: open the context menu at the pointer, for the item if there is one
 * @CW_REQUEST_FIELD: focus the HUD field that the text names, or the first
 * @CW_REQUEST_TYPE: focus the first HUD field and put the text there
 * @CW_REQUEST_LIFT: tell the text, and that the command `lift-filter` helps
 * @CW_REQUEST_LIST: list everything below the pointer
 * @CW_REQUEST_MOVE_EXACTLY: ask for the distances to move by
 * @CW_REQUEST_SWAP_VIEW: focus the other view
 * @CW_REQUEST_TOOL: take the tool that the text names; not before the tool is done with its event
 *
 * What a tool asks of the window.
 */
typedef enum
{
  CW_REQUEST_TOAST,
  CW_REQUEST_PROPERTIES,
  CW_REQUEST_MENU,
  CW_REQUEST_FIELD,
  CW_REQUEST_TYPE,
  CW_REQUEST_LIST,
  CW_REQUEST_MOVE_EXACTLY,
  CW_REQUEST_SWAP_VIEW,
  CW_REQUEST_TOOL,
  CW_REQUEST_LIFT,
} CwToolRequest;

/**
 * CwRuler:
 * @a: first point [nm]
 * @b: second point [nm]
 *
 * A measured distance that stays on the canvas.
 */
typedef struct
{
  CwPoint a;
  CwPoint b;
} CwRuler;

void cw_tool_settings_init (CwToolSettings *self, guint8 active_level);
gboolean cw_tool_settings_equal (const CwToolSettings *a, const CwToolSettings *b);
gboolean cw_tool_settings_have_same_levels (const CwTechnology *a, const CwTechnology *b);

#define CW_TYPE_TOOL_HOST (cw_tool_host_get_type ())
G_DECLARE_FINAL_TYPE (CwToolHost, cw_tool_host, CW, TOOL_HOST, GObject)

CwToolHost *cw_tool_host_new (CwDocument *document);
CwDesign *cw_tool_host_get_design (CwToolHost *self);
CwSelection *cw_tool_host_get_selection (CwToolHost *self);
const CwToolSettings *cw_tool_host_get_settings (CwToolHost *self);
void cw_tool_host_set_settings (CwToolHost *self, const CwToolSettings *settings);
CwCheckResult *cw_tool_host_get_check (CwToolHost *self);
void cw_tool_host_set_check (CwToolHost *self, CwCheckResult *check);
const CwWaivers *cw_tool_host_get_waivers (CwToolHost *self);
const GArray *cw_tool_host_get_section (CwToolHost *self);
void cw_tool_host_set_section (CwToolHost *self, const CwPoint *points, gsize n_points);
CwId cw_tool_host_get_cut_line (CwToolHost *self);
void cw_tool_host_set_cut_line (CwToolHost *self, CwId line);
void cw_tool_host_place_section (CwToolHost *self);
const GArray *cw_tool_host_get_rulers (CwToolHost *self);
void cw_tool_host_set_rulers (CwToolHost *self, const CwRuler *rulers, gsize n_rulers);
void cw_tool_host_commit (CwToolHost *self, CwDesign *design, const char *label);
void cw_tool_host_tell_live (CwToolHost *self);
void cw_tool_host_amend (CwToolHost *self, CwDesign *design, const char *label);
CwDesign *cw_tool_host_get_fragment (CwToolHost *self);
void cw_tool_host_set_fragment (CwToolHost *self, CwDesign *fragment);
void cw_tool_host_request (CwToolHost *self, CwToolRequest request, CwId id, const char *text);

G_END_DECLS
