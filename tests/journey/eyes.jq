# What a scripted visitor can ask of a frame, for eyes.sh: a line with the question, a line with the frame.
def named($name): select(.label == $name);

# The question and the screen that a visitor believes to be looking at.
def scene: [.screen, (.boxes[] | select(.role | IN("heading", "progress")) | .label)] | join("|");

# What can be tapped on; its middle, "x y".
def to_tap($name): [.boxes[] | named($name) | select(.role | IN("button", "checkbox", "radio", "key"))] | last | values;
def place($name): to_tap($name) | "\(.x + .w / 2 | floor) \(.y + .h / 2 | floor)";

def found($question; $name):
  if $question == "screen" then .screen
  elif $question == "scene" then scene
  elif $question == "shows" then select(any(.boxes[]; .label == $name)) | true
  elif $question == "shows what begins with" then select(any(.boxes[]; .label | startswith($name))) | true
  elif $question == "labels" then .boxes[] | select(.role == $name) | .label
  elif $question == "all labels" then "\(.screen): \([.boxes[].label] | join(" / "))"
  elif $question == "selected" then [.boxes[] | select(.state == "selected") | .label] | sort | .[]
  elif $question == "focused" then [.boxes[] | select(.focused) | .label] | first // ""
  elif $question == "state" then [.boxes[] | named($name) | .state] | first | values
  elif $question == "place" then place($name)
  elif $question == "place, and scene" then scene as $scene | place($name) | "\(.) \($scene)"
  # A point of it that is beside its words.
  elif $question == "start of" then to_tap($name) | "\(.x + 30 | floor) \(.y + .h / 2 | floor)"
  elif $question == "boxes" then
    .boxes[] | select(.label != "") |
    "\(.x | floor) \(.y | floor) \(.w | floor) \(.h | floor) \(.label | gsub("\n"; " "))"
  else error("no such question") end;

fromjson as [$question, $name] | input as $frame |
try ([$frame | fromjson | values | found($question; $name)] | if . == [] then "-" else "+\(map(tostring) | join("\n"))" end)
catch (if . == "no such question" then "?" else "-" end) | . + "\u0000"
